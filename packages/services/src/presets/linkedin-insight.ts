import { assertId } from '../assert-id.ts'
import { definePreset, type Preset, type PresetOptions, type StorageEntry } from '../preset.ts'
import { openCookies, publicSnippets } from '../public-sources.ts'
import { measureAds } from '../service-purposes.ts'
import { adChoice, adResults, undocumented, visitorId } from '../storage-purposes.ts'
import { stored } from '../stored.ts'
import { callVendor, makeList, makeQueue, setGlobal } from '../vendor-globals.ts'
import { claimStart, loadOnce } from '../vendor-script.ts'

/** Options of `linkedinInsight`. */
export interface LinkedinInsightOptions extends PresetOptions {
  /** Partner id. */
  readonly id: string | number
}

/**
 * LinkedIn Insight Tag. The vendor has no call that stops it.
 *
 * @throws {ConsentError} `bad-option` if the id is not a partner's number.
 */
export function linkedinInsight(options: LinkedinInsightOptions): Preset {
  const hint = 'a partner id is digits only, such as 1234567'
  const id = assertId('linkedinInsight', options.id, /^\d+$/, hint)
  return definePreset(
    {
      id: 'linkedin-insight',
      name: 'LinkedIn Insight Tag',
      category: 'marketing',
      vendor: 'LinkedIn',
      country: 'US',
      countries: ['US', 'IE'],
      purpose: measureAds,
      privacyUrl: 'https://www.linkedin.com/legal/privacy-policy',
      needsReload: true,
      hosts: ['snap.licdn.com', 'px.ads.linkedin.com'],
      signals: [],
      sources: [openCookies, publicSnippets],
      confidence: 'reported',
      storage: storageOf(),
      load: async (context) => {
        makeList('_linkedin_data_partner_ids')
        makeQueue('lintrk', 'q')
        setGlobal('_linkedin_partner_id', id)
        if (claimStart(`linkedin ${id}`)) callVendor('_linkedin_data_partner_ids.push', id)
        await loadOnce(context, 'https://snap.licdn.com/li.lms-analytics/insight.min.js')
      },
    },
    options,
  )
}

function storageOf(): StorageEntry[] {
  return [
    ...stored('cookie 1', 'reported', adResults, { li_fat_id: 'P30D' }),
    ...stored('local 1', 'reported', undocumented, { li_adsId: 'persistent' }),
    ...stored('cookie 3', 'reported', visitorId, { bcookie: 'P1Y', li_sugr: 'P90D' }),
    ...stored('cookie 3', 'reported', adChoice, { UserMatchHistory: '' }),
    ...stored('cookie 3', 'reported', undocumented, { lidc: 'P1D' }),
  ]
}
