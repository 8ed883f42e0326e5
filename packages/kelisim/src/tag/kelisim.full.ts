import * as api from '@kelisim/core/api'
import * as check from '@kelisim/core/check'
import * as explain from '@kelisim/core/explain'
import * as gate from '@kelisim/core/gate'
import * as migrate from '@kelisim/core/migrate'
import * as records from '@kelisim/core/records'
import * as site from '@kelisim/core/site'
import * as sweep from '@kelisim/core/sweep'
import * as detailsKk from '@kelisim/locales/details.kk.json'
import * as detailsRu from '@kelisim/locales/details.ru.json'
import * as detailsEn from '@kelisim/locales/details.en.json'
import * as receiptKk from '@kelisim/locales/receipt.kk.json'
import * as receiptRu from '@kelisim/locales/receipt.ru.json'
import * as receiptEn from '@kelisim/locales/receipt.en.json'
import * as noticeEn from '@kelisim/locales/notice.en.json'
import * as noticeKk from '@kelisim/locales/notice.kk.json'
import * as noticeRu from '@kelisim/locales/notice.ru.json'
import * as periodsEn from '@kelisim/locales/periods.en.json'
import * as periodsKk from '@kelisim/locales/periods.kk.json'
import * as periodsRu from '@kelisim/locales/periods.ru.json'
import * as placeholdersEn from '@kelisim/locales/placeholders.en.json'
import * as placeholdersKk from '@kelisim/locales/placeholders.kk.json'
import * as placeholdersRu from '@kelisim/locales/placeholders.ru.json'
import * as preferencesEn from '@kelisim/locales/preferences.en.json'
import * as preferencesKk from '@kelisim/locales/preferences.kk.json'
import * as preferencesRu from '@kelisim/locales/preferences.ru.json'
import { loadBeside } from './load-beside.ts'
import * as notice from './notice.ts'
import * as placeholders from '../placeholders.ts'
import * as age from '@kelisim/ui/age'
import * as layouts from '@kelisim/ui/layouts'
import * as details from '@kelisim/ui/details'
import * as receipt from '@kelisim/ui/receipt'
import * as preferences from '@kelisim/ui/preferences'
import * as preact from './preact.ts'
import { runTag } from './run-tag.ts'
import { tag } from './tag.ts'

const files = {
  api,
  answer: notice,
  gate,
  site,
  records,
  migrate,
  check,
  explain,
  sweep,
  notice,
  details,
  receipt,
  age,
  layouts,
  placeholders,
  preact,
  preferences,
  'notice.kk': noticeKk,
  'notice.ru': noticeRu,
  'notice.en': noticeEn,
  'placeholders.kk': placeholdersKk,
  'placeholders.ru': placeholdersRu,
  'placeholders.en': placeholdersEn,
  'details.kk': detailsKk,
  'details.ru': detailsRu,
  'details.en': detailsEn,
  'receipt.kk': receiptKk,
  'receipt.ru': receiptRu,
  'receipt.en': receiptEn,
  'periods.kk': periodsKk,
  'periods.ru': periodsRu,
  'periods.en': periodsEn,
  'preferences.kk': preferencesKk,
  'preferences.ru': preferencesRu,
  'preferences.en': preferencesEn,
}

// Built in is what every site needs. The services would double it, so those that attributes name are
// fetched from beside this file.
runTag(tag, { load: loadBeside, builtIn: files })
