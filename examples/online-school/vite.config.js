export default { build: { rollupOptions: { input: ['index.html', 'privacy/index.html'] } } }
