import { ConsentError, type Options } from '@kelisim/core'
import { resolveAsked } from '@kelisim/core/asked'
import { ownOptions } from '@kelisim/core/own-options'
import { policyInForce } from '@kelisim/core/policy-in-force'
import { sha256 } from '@kelisim/core/sha256'
import { archivePage } from './archive/archive-page.ts'
import { bannerTexts } from './archive/banner-texts.ts'
import type { ArchivedLanguage, ArchivedText, PolicyArchive } from './archive/policy-archive.ts'
import { preferencesLines } from './archive/preferences-lines.ts'
import { declarationCss, declarationHtml } from './declaration.ts'
import { version as kelisim } from './version.ts'

export {
  type ArchivedBanner,
  type ArchivedLanguage,
  type ArchivedPreferences,
  type ArchivedText,
  type PolicyArchive,
  shownText,
} from './archive/policy-archive.ts'

// What the schema of the options allows.
const VERSION = /^[A-Za-z0-9._-]{1,32}$/

/** The policy in one language: plain text, or HTML of the owner's own that is put into the page as it is. */
export type PolicyText = string | { readonly html: string }

/** What is archived besides what the options say. */
export interface ArchiveOptions {
  /** The policy by language code. */
  readonly policy: Readonly<Record<string, PolicyText>>
  /** Versions that visitors may have answered before; they stand in later questions. @default [] */
  readonly earlier?: readonly string[]
  /** The time whose policy is archived, in milliseconds since the Unix epoch. @default the present */
  readonly at?: number
}

/**
 * Makes the files that archive the version of the policy in force: `<version>.json` with the texts of the
 * policy, of the question in every form that it can have, of the preferences, and of the table of what is used, each language with
 * hashes that records are compared with; and `<version>.html` for people. Kept under `policy.archive` of the
 * site, they are never changed again.
 *
 * @param options What the site gives `createConsent`.
 * @returns Texts of the files by name.
 * @throws {ConsentError} `bad-option` for a version that can name no file, and for options that cannot work.
 */
export async function archiveFiles(
  options: Options,
  { policy, earlier = [], at = Date.now() }: ArchiveOptions,
): Promise<Readonly<Record<string, string>>> {
  const given = ownOptions(options)
  const { version = '', url = '', summary = null } = policyInForce(given.policy, at)
  if (!VERSION.test(version)) {
    throw new ConsentError(
      'bad-option',
      `policy.version: "${version}" names no file; write letters, digits, ".", "_" or "-", such as "2026-11-01".`,
    )
  }
  const { languages: codes = ['kk', 'ru', 'en'], operator = null } = given
  const languages = await Promise.all(
    codes.map(async (code) => {
      const texts = bannerTexts(given, earlier, { language: code, at })
      const parts = { texts, lines: preferencesLines(given, code), policy: policy[code] }
      return [code, await languageOf(parts, declarationHtml(options, code))] as const
    }),
  )
  const [, ...optional] = resolveAsked(given).categories.values()
  const archive: PolicyArchive = {
    schema: 1,
    version,
    url,
    summary,
    kelisim,
    operator,
    asked: Object.fromEntries(optional.map(({ id, hash }) => [id, hash])),
    languages: Object.fromEntries(languages),
  }
  return {
    [`${version}.json`]: `${JSON.stringify(archive, null, 2)}\n`,
    [`${version}.html`]: archivePage(archive, policy, declarationCss),
  }
}

/** What one language of an archive is made from. */
interface Parts {
  readonly texts: ReturnType<typeof bannerTexts>
  readonly lines: readonly string[]
  readonly policy: PolicyText | undefined
}

async function languageOf(
  { texts, lines, policy }: Parts,
  declaration: string,
): Promise<ArchivedLanguage> {
  const text = typeof policy === 'object' ? policy.html : policy
  return {
    ...(text !== undefined && { policy: await hashed(text) }),
    banners: await Promise.all(
      texts.map(async (banner) => ({ ...banner, ...(await hashed(banner.text)) })),
    ),
    preferences: { ...(await hashed(lines.join(''))), lines },
    declaration,
  }
}

const hashed = async (text: string): Promise<ArchivedText> => ({ text, sha256: await sha256(text) })
