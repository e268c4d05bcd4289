import type { Page } from 'playwright-core'

export const PRICES = {
  name: 'цены.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 цены'),
}

export const templateCalled = (page: Page, name: string) =>
  page.locator('[data-test="template"]', { hasText: name })

/** On the page of templates: «Цены», with a file and the contact's name. */
export async function addPricesTemplate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Добавить' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название шаблона').fill('Цены')
  await dialog.getByLabel('Текст ответа').fill('Цены в файле, ')
  await dialog.getByRole('button', { name: 'Вставить имя клиента' }).click()
  await dialog.locator('input[type="file"]').setInputFiles(PRICES)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await templateCalled(page, PRICES.name).waitFor()
}
