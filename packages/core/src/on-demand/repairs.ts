/** What to do about each fault; one sentence or two for the person who has to repair it. */
export const repairs = {
  'unknown-category':
    'No such category is declared. Use one of the known names, or add the category to `categories`.',
  'unknown-service':
    'No such service is declared. Use one of the known ids, or add the service to `services`.',
  'bad-id':
    'The id cannot be kept. Ids are 1 to 32 characters: a-z, 0-9 and hyphens, starting with a letter or digit.',
  'duplicate-id': 'An id is there twice. Give each category and each service an id of its own.',
  'bad-option': 'Such a value cannot work. Correct the option at the path shown, or leave it out.',
  'bad-json': 'The configuration is not JSON. Check commas and quotes near the position shown.',
  'too-many-names':
    'All answers have to fit into one cookie, and browsers keep 4,096 bytes. Shorten ids or declare fewer services.',
  'storage-blocked':
    'The browser did not keep the choice. It holds for this page, and the visitor is asked on the next.',
  'plain-http': 'On http the cookie can be overwritten by others. Serve the site over https.',
  'not-started':
    'Nobody can answer before the start. Call start() first; on a prerendered page wait for the visitor.',
  'age-not-stated':
    'With `minors` nothing optional can be allowed before a person has made the statement in the notice or the preferences. Show those instead of calling the API.',
  'low-contrast':
    'Words of the interface are hard to read in these colours. WCAG 2.2 asks for 4.5 to 1, and 3 to 1 for switches. Change the custom properties, or leave them out.',
  'no-place':
    'The layout `inline` needs an element with data-kelisim="notice" that is shown when the notice comes. A box is shown instead.',
  'loaded-twice': 'Kelisim is on the page twice; the first one runs. Remove one of the two tags.',
  'version-mismatch':
    'A file of another version was met and not run. Deploy one folder per version.',
  'load-failed':
    'A file could not be fetched. Nothing new is allowed until it can. Check that all files of the release are served from one folder.',
  'view-failed':
    'The interface could not be drawn; the cause is on the error. Nothing new is allowed until it can.',
  'not-inert':
    'The element runs before consent. Write <script type="text/plain" data-category="…">, put other elements into <template data-category="…">, and give frames data-kelisim-src instead of src.',
  'left-out':
    'Under the profile RU the service is left out, because its data is not known to stay in Russia: nobody is asked about it and it never runs. Take a service in Russia, correct its `country` and `countries`, or give it a `crossBorderReason`.',
  'no-operator':
    'Nobody is named who asks, so no consent holds. Add `operator` with what the profile asks for; docs/profiles.md has it.',
  'leaking-noscript':
    'Browsers without scripts fetch this whatever the visitor chose, and nothing can hold it. Remove the <noscript>.',
  'early-contact':
    'The browser contacts the service before the visitor agrees. Remove the address, or serve the file from your own site.',
  'advanced-mode':
    'The service is contacted before the visitor agrees, because its options say so: `consentMode` is `advanced`. Leave that out to have it wait for consent.',
  'not-held':
    'The element fetches from a declared service before the visitor agrees. Hold it: <script type="text/plain" data-category="…">, <iframe data-category="…" data-kelisim-src="…">, or a <template data-category="…"> around it.',
  'lazy-source':
    'Lazy-loading scripts fetch data-src whatever the visitor chose. Rename it to data-kelisim-src.',
  'bad-url': 'Only https addresses are loaded (http on an http page). Correct the address.',
  'no-nonce':
    'The tag of Kelisim carries a nonce, so gated scripts have to carry the same one, or markup of strangers would run with it. Add it there.',
  'script-failed':
    'The address gave an error, or no answer in time, twice. Scripts that name it in data-after wait. Check the address and the Content-Security-Policy.',
  'service-failed': 'The service’s load() or stop() failed; the cause is on the error.',
  'service-timeout':
    'The service’s load() or stop() did not settle in time. Others are not held up. Where that is to be expected, raise its `timeoutMs`.',
  'storage-left':
    'What a refused service keeps could not be deleted. A cookie with HttpOnly has to be deleted by the server that set it; a database has to be closed by the vendor’s code first. It is tried again on the next page.',
  'ledger-refused':
    'The ledger does not take this. A record that it refuses for good is given up here; all else waits until the ledger or its settings are repaired.',
  'ledger-missing':
    'No ledger is named for visitors of this country, so their records wait in their browsers. Add its address to `ledger`; one for Russia has to be named as `RU`.',
  'ledger-full':
    'The ledger was out of reach for so long that this many of the oldest records were given up. The newest are kept. Check that the address in `ledger` answers.',
} as const
