import { expect, test } from 'vitest'
import { problemsOf } from '../../dev/problems-of.ts'
import { lostIn, moved } from './moved.fixture.ts'

const TARTEAUCITRON = `<!doctype html><script src="/tarteaucitron/tarteaucitron.js"></script>
<script>
tarteaucitron.init({
  "privacyUrl": "/privacy", "hashtag": "#tarteaucitron", "cookieName": "tarteaucitron",
  "orientation": "middle", "showIcon": false, "highPrivacy": false, "DenyAllCta": true,
  "serviceDefaultState": "wait", "newThing": 1
});
</script><script>
tarteaucitron.user.gtagUa = 'G-AB12CD34EF';
(tarteaucitron.job = tarteaucitron.job || []).push('gtag');
tarteaucitron.user.yandexmetrica = 12345678;
(tarteaucitron.job = tarteaucitron.job || []).push('metrica');
(tarteaucitron.job = tarteaucitron.job || []).push('youtube');
tarteaucitron.user.analyticsUa = 'UA-1';
(tarteaucitron.job = tarteaucitron.job || []).push('analytics');
(tarteaucitron.job = tarteaucitron.job || []).push('facebookpixel');
</script>`

const inlineScripts = (html: string): string =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, code]) => code)
    .join(';')

test('moves a configuration of tarteaucitron', () => {
  const migration = moved(inlineScripts(TARTEAUCITRON))
  expect(migration).toMatchObject({
    product: 'tarteaucitron',
    presets: { ga4: 'G-AB12CD34EF', 'yandex-metrika': '12345678', youtube: '' },
    options: {
      policy: { url: '/privacy' },
      reopen: false,
      categories: ['analytics', 'functional', 'marketing'],
      services: [{ id: 'analytics', category: 'marketing' }],
      migrateFrom: {
        product: 'tarteaucitron',
        names: { gtag: 'ga4', metrica: 'yandex-metrika', facebookpixel: 'meta-pixel' },
      },
    },
  })
  expect(problemsOf(migration.options)).toEqual([])
  expect(lostIn(migration)).toEqual([
    'job[3] category',
    'job[4] preset',
    'orientation look',
    'highPrivacy optOut',
    'newThing unknown',
  ])
})
