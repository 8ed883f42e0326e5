/** The notice and what it takes to give an answer: whoever needs the one needs the other. */
export { answer } from '@kelisim/core/answer'
export { show } from '../notice.ts'
