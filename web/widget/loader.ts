import { startLoader } from './loader/startLoader.ts'

startLoader(document.currentScript)
