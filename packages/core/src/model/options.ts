// Written by `pnpm generate` from config.schema.json: change that file instead.
import type { LoadContext } from './load-context.ts'

/**
 * A name in lower case: letters, digits and hyphens, 32 at most.
 */
export type Id = string
/**
 * A banner whose earlier choices can be read.
 */
export type OtherBanner = 'vanilla-cookieconsent' | 'klaro' | 'tarteaucitron'
/**
 * An https address, or a path on the site; http only on the own machine.
 */
export type LedgerUrl = string
/**
 * An https address, or a path on the site; http only on the own machine.
 */
export type LedgerUrl1 = string
/**
 * An https address, or a path on the site; http only on the own machine.
 */
export type LedgerUrl2 = string
/**
 * An https address, or a path on the site; http only on the own machine.
 */
export type LedgerUrl3 = string
/**
 * One text for all languages, or one per language code.
 */
export type LocalText =
  | string
  | {
      [k: string]: string
    }
/**
 * What entitles the operator to process the data.
 *
 * @default "consent"
 */
export type LegalBasis = 'consent' | 'contract' | 'legal-obligation' | 'legitimate-interest'
/**
 * Measured in a browser or by a crawl, written by the vendor, reported by others, or not known.
 */
export type Confidence = 'measured' | 'documented' | 'reported' | 'unknown'

/**
 * Everything an owner can configure. Every key is optional; names that are not listed are refused.
 */
export interface Options {
  /**
   * Whose law the site follows: Kazakhstan, Russia or the European Union. It decides what the operator has to name; under `RU` services abroad are left out unless each gives a reason.
   *
   * @default "KZ"
   */
  readonly profile?: 'KZ' | 'RU' | 'EU'
  /**
   * Who processes the data. Shown in the notice and kept with every record.
   */
  readonly operator?: {
    /**
     * Legal name.
     */
    readonly name: string
    /**
     * БИН/БСН, twelve digits (Kazakhstan).
     */
    readonly bin?: string
    /**
     * ИИН/ЖСН of an individual entrepreneur, in place of the БИН, twelve digits (Kazakhstan).
     */
    readonly iin?: string
    /**
     * ИНН, ten or twelve digits (Russia).
     */
    readonly inn?: string
    /**
     * Postal address.
     */
    readonly address?: string
    /**
     * Where visitors send requests about their data.
     */
    readonly email?: string
    /**
     * ISO 3166-1 alpha-2 code. Services elsewhere are shown as a cross-border transfer.
     */
    readonly country?: string
    /**
     * IANA name of the time zone that the visitor's dates are shown in. Where it is left out: Asia/Almaty for `KZ` or no country, else the visitor's own.
     */
    readonly timeZone?: string
  }
  /**
   * The privacy policy that the visitor is asked under.
   */
  readonly policy?: {
    /**
     * Recorded with each decision.
     */
    readonly version?: string
    /**
     * Address of the policy: absolute, or a path on the site.
     */
    readonly url?: string
    /**
     * What is new in this version. Where there is an `archive`, visitors who answered an earlier one read it when something is asked again.
     */
    readonly summary?: LocalText
    /**
     * Folder of the archived versions, with a slash at the end. Where something is asked again, the notice links to the version answered before and to this one.
     */
    readonly archive?: string
    /**
     * The next version. A notice tells of it until its day; from then on it is the version in force, and its summary is shown where something is asked again.
     */
    readonly upcoming?: {
      /**
       * Version of the policy from that day on.
       */
      readonly version: string
      /**
       * Where the next version can be read now.
       */
      readonly url: string
      /**
       * Its day as an ISO 8601 date, from midnight UTC; or date and time with an offset, for the midnight of another place.
       */
      readonly effectiveFrom: string
      /**
       * What is going to change.
       */
      readonly summary?: LocalText
    }
  }
  /**
   * What the visitor decides on, in the order shown. `necessary` is always there, first and locked.
   *
   * @default ["functional","analytics","marketing"]
   *
   * @maxItems 30
   */
  readonly categories?: (Id | CategoryOptions)[]
  /**
   * Third parties, each in one category. They load when it is allowed.
   *
   * @maxItems 120
   */
  readonly services?: Service[]
  /**
   * A language code, or `auto`: `<html lang>`, then the path, then the browser.
   *
   * @default "auto"
   */
  readonly language?: string
  /**
   * The languages offered, in the order of the switch; the first is also the last resort unless `defaultLanguage` says otherwise.
   *
   * @default ["kk","ru","en"]
   *
   * @minItems 1
   */
  readonly languages?: string[]
  /**
   * The language when nothing else matches.
   *
   * @default "ru"
   */
  readonly defaultLanguage?: string
  /**
   * Texts of your own by language and key, or a function that returns them; a whole catalogue adds a language.
   */
  readonly texts?:
    | {readonly [language: string]: {readonly [key: string]: string}}
    | ((language: string) => {readonly [key: string]: string} | undefined)
  /**
   * Raise it to ask everybody again about everything.
   *
   * @default 0
   */
  readonly revision?: number
  /**
   * How the decision is kept.
   */
  readonly cookie?: {
    /**
     * `host`: this host only. `site`: shared by all subdomains; any of them can then also write it.
     *
     * @default "host"
     */
    readonly scope?: 'host' | 'site'
    /**
     * Days until the visitor is asked again, after a grant and after a refusal alike.
     *
     * @default 365
     */
    readonly expiresAfterDays?: number
  }
  /**
   * The banner that was on the site before, when it keeps its answers as usual. The earlier choice is read once, becomes a record, and holds where it covers what is asked now; the rest is asked.
   */
  readonly migrateFrom?: OtherBanner | MigrateFrom
  /**
   * Keeps children out: nothing optional can be allowed before a person has stated to be of age, or that the legal representative agrees. Refusing is always possible. Raise `revision` with it, so that earlier answers are asked again.
   */
  readonly minors?: {
    /**
     * From this age on the visitor decides alone. No number is the law everywhere, so there is no default.
     */
    readonly age: number
  }
  /**
   * Shape of the notice: a `box`, a `bar` over the whole width, a box in the `center` of the window, or `inline`: within the page, in its element with `data-kelisim="notice"`. The page can be used beside any of them. On a phone all but `inline` are a sheet.
   *
   * @default "box"
   */
  readonly layout?: 'box' | 'bar' | 'center' | 'inline'
  /**
   * Corner or edge of the window for a `box`; a `bar` goes to the top or the bottom.
   *
   * @default "bottom-left"
   */
  readonly place?: 'top-left' | 'top' | 'top-right' | 'bottom-left' | 'bottom' | 'bottom-right'
  /**
   * Where consent records are delivered: a server with `@kelisim/ledger`. One address for all, or one per country; a visitor from Russia needs one under `RU`.
   */
  readonly ledger?:
    | LedgerUrl
    | {
        readonly KZ?: LedgerUrl1
        readonly RU?: LedgerUrl2
        readonly default?: LedgerUrl3
      }
  /**
   * The visitor's country, where the page knows it, as an ISO 3166-1 alpha-2 code. Chooses the ledger; it is not looked up.
   */
  readonly country?: string
  /**
   * The site's own id of a signed-in visitor, or a function that gives it. Sent to the ledger with the records of what this visitor answers.
   */
  readonly subject?: string | (() => string | null | undefined)
  /**
   * Show the notice by itself when there is something to ask.
   *
   * @default true
   */
  readonly autoShow?: boolean
  /**
   * Keep a small round button on the page that opens the preferences.
   *
   * @default true
   */
  readonly reopen?: boolean
  /**
   * After a withdrawal, when something that ran cannot be stopped: offer a reload, reload at once, or neither.
   *
   * @default "ask"
   */
  readonly reload?: 'ask' | 'auto' | 'never'
  /**
   * The page's CSP nonce, for scripts that are loaded after consent. The script tag reads its own.
   */
  readonly nonce?: string
  /**
   * Whether a page of another site may show this one in a frame and the visitor be asked there. A frame can be covered to trick people into a click.
   *
   * @default "refuse"
   */
  readonly framed?: 'refuse' | 'allow'
  /**
   * Shows the interface only: nothing is stored, recorded or loaded.
   *
   * @default false
   */
  readonly preview?: boolean
}
export interface CategoryOptions {
  readonly id: Id
  /**
   * Name shown to the visitor. Needed for a category of your own.
   */
  readonly label?: LocalText
  /**
   * What the category is for. Part of what is asked: a change asks again.
   */
  readonly description?: LocalText
  /**
   * What the visitor decides on rests on consent.
   */
  readonly legalBasis?: LegalBasis
  /**
   * Whether "accept all" covers the category. Where it is left out: yes for `functional`, `analytics` and `marketing`, no for a category of your own.
   */
  readonly acceptAll?: boolean
}
/**
 * One third party inside a category.
 */
export interface Service {
  readonly id: Id
  readonly category: Id
  /**
   * Name shown to the visitor.
   *
   * @default "the id"
   */
  readonly name?: string
  /**
   * Who receives the data.
   */
  readonly vendor?: string
  /**
   * Where the data goes, as an ISO 3166-1 alpha-2 code.
   */
  readonly country?: string
  /**
   * What the data is used for.
   */
  readonly purpose?: LocalText
  /**
   * The vendor's privacy policy.
   */
  readonly privacyUrl?: string
  /**
   * All countries the data goes to, where there are several; `country` is the main one.
   */
  readonly countries?: readonly string[]
  /**
   * What the service keeps in the browser. Shown to the visitor, and deleted when consent is withdrawn.
   *
   * @maxItems 100
   */
  readonly storage?: readonly StorageEntry[]
  /**
   * Only a service in `necessary` may rest on anything but consent. Kept with every record.
   */
  readonly legalBasis?: LegalBasis
  /**
   * Why data of visitors in Russia may go abroad with this service. Only with it the profile `RU` asks about a service that is not known to stay in Russia; it is kept with every record.
   */
  readonly crossBorderReason?: string
  /**
   * The vendor's code stays on the page after `stop`, until it is reloaded; then a reload is offered. Always so without `stop`.
   */
  readonly needsReload?: boolean
  /**
   * The vendor is contacted before the visitor agrees, by `prepare`. Kelisim does not hold it back then; the development build says so.
   *
   * @default false
   */
  readonly contactsBeforeConsent?: boolean
  /**
   * Records what visitors do on the page, to be watched later. The preferences say so plainly.
   *
   * @default false
   */
  readonly recordsInput?: boolean
  /**
   * Hosts of the vendor, each for its subdomains too, with an optional start of the path. Finds tags that are not declared.
   */
  readonly hosts?: readonly string[]
  /**
   * The same for frames, so that a placeholder can name the service.
   */
  readonly match?: readonly string[]
  /**
   * The vendor's own consent calls that the service listens to: `google`, `uet`, …
   */
  readonly signals?: readonly string[]
  /**
   * Where the facts come from: public addresses, or names of public collections.
   */
  readonly sources?: readonly string[]
  /**
   * When the facts were last checked, as an ISO 8601 date.
   */
  readonly checkedAt?: string
  /**
   * How well the facts are known.
   */
  readonly confidence?: Confidence
  /**
   * Services or ids of gated scripts that have to be loaded first.
   */
  readonly after?: string[]
  /**
   * Milliseconds until a load that gave no answer is reported.
   *
   * @default 10000
   */
  readonly timeoutMs?: number
  /**
   * Called while the service is not allowed, at the start and after a withdrawal, for what has to be on the page by then: a vendor's denied default, or a list that keeps calls. It is aborted when the instance ends, and not by an answer.
   */
  readonly prepare?: (context: LoadContext) => unknown
  /**
   * Starts the service. Called once its category is allowed; a rejection is reported and harms nothing else.
   */
  readonly load?: (context: LoadContext) => unknown
  /**
   * Called while the service runs, or was prepared, and something else was answered, here or in another tab. `accepted` tells what is allowed now.
   */
  readonly update?: (context: LoadContext) => unknown
  /**
   * Stops the service when its consent is withdrawn. Without it a reload is offered.
   */
  readonly stop?: (context: LoadContext) => unknown
}
/**
 * A banner that was here before, and what its names mean.
 */
export interface MigrateFrom {
  readonly product: OtherBanner
  /**
   * Name of its cookie, or of its entry in local storage.
   *
   * @default "cc_cookie, klaro or tarteaucitron"
   */
  readonly cookieName?: string
  /**
   * Your category or service for each name that it used. To name a category says that it was asked about the same there, so that a grant holds.
   */
  readonly names?: {
    [k: string]: Id
  }
}
/**
 * Something a service keeps in the visitor's browser.
 */
export interface StorageEntry {
  /**
   * A cookie, local storage, session storage, a database of IndexedDB, or a cache of CacheStorage.
   */
  readonly kind: 'cookie' | 'local' | 'session' | 'idb' | 'cache'
  /**
   * An exact name, or a glob in which `*` stands for any text.
   */
  readonly name: string
  /**
   * 1: on the site's own host, so the page can delete it; 3: on the vendor's.
   *
   * @default 1
   */
  readonly party?: 1 | 3
  /**
   * The vendor's own note that the visitor has refused. It stays: without it, code of the vendor that still lives in some tab would begin again.
   *
   * @default false
   */
  readonly optOut?: boolean
  /**
   * ISO 8601 duration, `session`, `persistent` (no term), or empty where it is not known.
   */
  readonly lifetime?: string
  /**
   * What it is for.
   */
  readonly purpose?: LocalText
  /**
   * How well this is known.
   */
  readonly confidence?: Confidence
}
