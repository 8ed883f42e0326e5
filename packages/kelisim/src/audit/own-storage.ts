import { nameMatcher } from '@kelisim/core/name-matcher'
import type { Kept } from './evidence.ts'

/** What banners keep the choice itself in: strictly necessary for that. */
export const isChoice = nameMatcher([
  ...'kelisim* __Host-kelisim __Secure-kelisim kelisim-site cc_cookie klaro'.split(' '),
  ...'tarteaucitron c15t c15t:* CookieConsent OptanonConsent OptanonAlertBoxClosed'.split(' '),
  ...'cookieyes-consent cookielawinfo-* cmplz_* BITRIX_SM_GDPR* didomi_token euconsent-v2'.split(
    ' ',
  ),
])

// Sessions, protection against forged requests, and the balancing of load: what servers need to work.
const isSession = nameMatcher([
  ...'PHPSESSID JSESSIONID ASP.NET_SessionId sessionid connect.sid laravel_session'.split(' '),
  ...'csrftoken XSRF-TOKEN _csrf __RequestVerificationToken* __cf_bm cf_clearance'.split(' '),
  ...'BITRIX_SM_* wordpress_test_cookie wordpress_logged_in_* tildauid AWSALB*'.split(' '),
])

/** Tells whether the page needs this to work, whoever visits it. */
export const isNecessary = ({ name }: Kept): boolean => isChoice(name) || isSession(name)
