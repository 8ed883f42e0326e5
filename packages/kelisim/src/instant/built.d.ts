declare module 'built:*' {
  const text: string
  export default text
}
