export { type OptionProblem, problemsOf } from './dev/problems-of.ts'
