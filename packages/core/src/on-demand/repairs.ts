/** What to do about each fault; one sentence or two for the person who has to repair it. */
export const repairs = {
  'unknown-category': 'Use one of the known names, or add the category to `categories`.',
  'unknown-service': 'Use one of the known ids, or add the service to `services`.',
  'bad-id': 'Ids are 1 to 32 characters: a-z, 0-9 and hyphens, starting with a letter or digit.',
  'duplicate-id': 'Give each category and each service an id of its own.',
  'bad-option': 'Correct the option at the path shown, or leave it out.',
  'bad-json': 'The configuration is not JSON. Check commas and quotes near the position shown.',
  'too-many-names': 'Browsers keep 4,096 bytes per cookie. Shorten ids or declare fewer services.',
  'storage-blocked':
    'The browser did not keep the choice. It holds for this page, and the visitor is asked on the next.',
  'plain-http': 'On http the cookie can be overwritten by others. Serve the site over https.',
  'no-script-element':
    'The script could not find its own element. Add it as <script src="…/kelisim.js"> or use the module.',
  'not-started': 'Call start() first; on a prerendered page wait for the visitor.',
  'loaded-twice': 'Kelisim is on the page twice; the first one runs. Remove one of the two tags.',
  'version-mismatch': 'A file of another version was met and not run. Deploy one folder per version.',
  'load-failed': 'A file of the interface could not be fetched. Nothing is allowed until it can be asked.',
  'view-failed': 'The interface could not be drawn. Nothing is allowed until it can be asked.',
  'not-inert':
    'The element runs before consent. Write <script type="text/plain" data-category="…">, put other elements into <template data-category="…">, and give frames data-kelisim-src instead of src.',
  'lazy-source':
    'Lazy-loading scripts fetch data-src whatever the visitor chose. Rename it to data-kelisim-src.',
  'bad-url': 'Only https addresses are loaded (http on an http page).',
  'no-nonce': 'The tag of Kelisim carries a nonce, so gated scripts have to carry the same one.',
  'trusted-types': 'The page\'s policy forbids it. Add "trusted-types kelisim" to Content-Security-Policy.',
  'script-failed': 'The address did not answer with a script, twice. Check it in the network panel.',
  'script-timeout': 'There was no answer in time, twice. Scripts that name it in data-after wait.',
  'service-failed': 'The service’s load() or stop() failed; the cause is on the error.',
  'service-timeout': 'The service’s load() did not settle in time. Others are not held up.',
  unexpected: 'This should not happen. Please report it with the steps that led to it.',
  'listener-failed': 'A listener of the page threw; all others were called.',
} as const
