import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'svelte/compiler'
import ts from 'typescript'
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc'
import type { GuideBlock } from './guide-blocks.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Where the blocks are, to the compiler; nothing is written there. */
const FOLDER = join(ROOT, 'scripts/guides/blocks')
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  paths: {
    kelisim: [`${ROOT}packages/kelisim/src/index.ts`],
    'kelisim/*': [`${ROOT}packages/kelisim/src/*.ts`],
  },
}

/** What the blocks take from their surroundings, as far as they use it. */
const SURROUNDINGS = `
declare module 'next/headers' { export function headers(): Promise<Headers> }
interface Window { dataLayer?: object[] }
declare const __DEV__: boolean
declare const __VERSION__: string
declare function defineNuxtPlugin(
  setup: (app: { hook(name: 'app:mounted', run: () => void): void }) => void,
): object
declare const Astro: { readonly props: Props }
interface Props { readonly title: string }
declare function it(name: string, run: () => void): void
declare const cy: {
  setCookie(name: string, value: string, options: {
    path?: string; secure?: boolean; sameSite?: 'lax' | 'strict' | 'no_restriction'
    expiry?: number; hostOnly?: boolean; domain?: string
  }): void
  visit(url: string): void
  contains(selector: string, text: string): void
}
`

/** Languages whose code the compiler reads. */
const SCRIPTS: readonly string[] = ['ts', 'tsx', 'js', 'vue', 'svelte', 'astro']

/** Whether the compiler reads the code of a block. */
export const isProgram = ({ language }: GuideBlock): boolean => SCRIPTS.includes(language)

/**
 * The TypeScript of a block. Components are compiled whole, so that faults in their markup show too.
 *
 * @throws {Error} Where a component cannot be compiled.
 */
export function scriptOf(block: GuideBlock): string {
  const { language, text, file } = block
  if (language === 'vue') return vueScript(text, file)
  if (language === 'astro') return /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? ''
  if (language !== 'svelte') return text
  const { warnings } = compile(text, { filename: file, generate: 'client' })
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'))
  return /<script lang="ts">\n(.*?)<\/script>/s.exec(text)?.[1] ?? ''
}

function vueScript(text: string, filename: string): string {
  const { descriptor, errors } = parse(text, { filename })
  const { errors: faults } = compileTemplate({
    source: descriptor.template?.content ?? '',
    filename,
    id: filename,
  })
  const [fault] = [...errors, ...faults]
  if (fault) throw new Error(String(fault))
  // Its template is a part of the code, so what it uses has to be there.
  return compileScript(descriptor, { id: filename, inlineTemplate: true }).content
}

/** What the compiler says of the blocks, by the place of each; blocks of one page see each other. */
export function typeFaults(blocks: readonly GuideBlock[]): readonly string[] {
  const sources = new Map([[join(FOLDER, 'surroundings.d.ts'), SURROUNDINGS]])
  const places = new Map<string, GuideBlock>()
  for (const block of blocks.filter(isProgram)) {
    const path = join(FOLDER, block.folder, block.page, block.file.replace(/(?<!\.tsx?)$/, '.ts'))
    // Without an import or export the names of one block would be there for all.
    sources.set(path, `${scriptOf(block)}\nexport {}`)
    places.set(path, block)
  }
  const program = ts.createProgram([...sources.keys()], OPTIONS, hostOf(sources))
  return [...places].flatMap(([path, { where }]) => {
    const file = program.getSourceFile(path)
    if (!file) return [`${where}: not read`]
    const said = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    return said.map(
      ({ messageText }) => `${where}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  })
}

/** The machine's files, and the blocks beside them. */
function hostOf(sources: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS)
  const folders = new Set([...sources.keys()].map((path) => dirname(path)))
  const { readFile, fileExists, directoryExists, getSourceFile } = host
  return {
    ...host,
    readFile: (path) => sources.get(path) ?? readFile(path),
    fileExists: (path) => sources.has(path) || fileExists(path),
    directoryExists: (path) => folders.has(path) || (directoryExists?.(path) ?? false),
    getSourceFile(path, ...rest) {
      const own = sources.get(path)
      return own === undefined
        ? getSourceFile(path, ...rest)
        : ts.createSourceFile(path, own, ts.ScriptTarget.ES2022)
    },
  }
}
