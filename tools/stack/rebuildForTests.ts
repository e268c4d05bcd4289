import { buildIfChanged } from './buildIfChanged.ts'
import { webBuild } from './builds.ts'
await buildIfChanged(webBuild)
