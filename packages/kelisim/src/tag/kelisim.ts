import { loadBeside } from './load-beside.ts'
import { runTag } from './run-tag.ts'
import { tag } from './tag.ts'

runTag(tag, { load: loadBeside })
