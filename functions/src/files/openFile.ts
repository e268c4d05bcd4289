export { fileStream as openFile } from '#functions/store/files.ts'
