import { createConsent } from 'kelisim'
import { options } from './options.mjs'
import './site.css'

createConsent(options).start()
