// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import * as archive from './archive.ts'
import * as declaration from './declaration.ts'
import * as i18next from './i18next.ts'
import * as main from './index.ts'
import * as react from './react.ts'
import * as server from './server.ts'
import * as testing from './testing.ts'
import * as validator from './validator.ts'
import * as vue from './vue.ts'

const ADAPTER = ['Embed', 'useAcceptedCategory', 'useAcceptedService', 'useConsentBanner']
const names = (module: object) => Object.keys(module).sort()

test('exports these names and no others: applications depend on them', () => {
  expect(names(main)).toEqual(['ConsentError', 'createConsent'])
  expect(names(server)).toEqual(['readDecision'])
  expect(names(declaration)).toEqual(['declarationCss', 'declarationHtml', 'declarationMarkdown'])
  expect(names(archive)).toEqual(['archiveFiles', 'shownText'])
  expect(names(testing)).toEqual(['choiceCookie', 'writeChoice'])
  expect(names(validator)).toEqual(['problemsOf'])
  expect(names(i18next)).toEqual(['followLanguage', 'i18nextTexts'])
  expect(names(react)).toEqual(ADAPTER)
  expect(names(vue)).toEqual(ADAPTER)
})

test('gives a consent these members and no others', () => {
  expect(names(main.createConsent())).toEqual([
    '$decision',
    '$status',
    'accept',
    'acceptAll',
    'acceptedCategory',
    'acceptedService',
    'choose',
    'debug',
    'destroy',
    'hide',
    'onChange',
    'onConsent',
    'onError',
    'records',
    'rejectAll',
    'scan',
    'setLanguage',
    'setSubject',
    'showBanner',
    'showPreferences',
    'start',
    'whenAccepted',
    'withdraw',
  ])
})
