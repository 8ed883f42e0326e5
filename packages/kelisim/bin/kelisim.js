#!/usr/bin/env node
import '../dist/cli/kelisim.js'
