import { describe, expect, it } from 'vitest'
import { visitorFileType } from '#functions/widget/visitorFileType.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const PNG = new Uint8Array([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
])
const EXE = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])
const ELF = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])

describe('the type of a visitor’s file', () => {
  it.each([
    ['its bytes', PNG, 'photo.bin', 'image/png'],
    ['plain text', bytes('Адрес: Иваново, Ткацкая, 4\n'), 'адрес.txt', 'text/plain'],
    ['a table with a less-than sign', bytes('a;b\n1 < 2;3\n'), 'table.csv', 'text/plain'],
    ['unknown bytes', new Uint8Array([0, 1, 2, 3, 0, 9]), 'data.bin', 'application/octet-stream'],
  ])('is told by %s', async (_name, content, name, type) => {
    expect(await visitorFileType(content, name)).toBe(type)
  })

  it.each([
    ['a page', bytes('<!DOCTYPE html><p>'), 'page.txt'],
    ['a page after a blank line', bytes('\n  <html>'), 'page.txt'],
    ['a script in a text', bytes('hello <script >alert(1)</script>'), 'note.txt'],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'logo.png'],
    ['a drawing behind a declaration', bytes('<?xml version="1.0"?><svg/>'), 'logo.png'],
    ['a shell script', bytes('#!/bin/sh\nrm -rf /'), 'readme.txt'],
    ['a Windows program', EXE, 'photo.jpg'],
    ['a Linux program', ELF, 'photo.jpg'],
    ['what is called a page', PNG, 'page.HTML'],
    ['what is called a program', PNG, 'photo.png.exe'],
    ['what is called a shortcut', bytes('x'), 'invoice.pdf.lnk '],
  ])('is refused for %s', async (_name, content, name) => {
    await expect(visitorFileType(content, name)).rejects.toMatchObject({ code: 'forbiddenType' })
  })
})
