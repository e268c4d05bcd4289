import '#web/app/tokens.css'
import './frame.css'
import { readParameters } from './readParameters.ts'
import { startFrame } from './startFrame.ts'
import { followTheme } from './view/followTheme.ts'

const parameters = readParameters(location.href, navigator.language)
document.documentElement.lang = parameters.language
followTheme(parameters.theme)
void startFrame(parameters, document.body)
