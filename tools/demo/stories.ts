import type { DeliveryStatus } from '#shared/domain/message.ts'
import type { DemoFileName } from './demoFiles.ts'
import type { DemoPerson, DemoTeam } from './people.ts'
import { irina, olga, sergey } from './people.ts'

export interface Line {
  readonly from: 'contact' | DemoPerson
  readonly minutesAgo: number
  readonly text: string
  readonly file?: DemoFileName
  readonly delivery?: DeliveryStatus
  readonly reason?: string
}

/** One conversation of the demo company, oldest line first. */
export interface Story {
  readonly channel: 'telegram' | 'widget'
  readonly name: string
  readonly phone?: string
  readonly handle?: string
  readonly note?: string
  readonly assignee?: DemoPerson
  /** Where it is not that of the assignee. */
  readonly team?: DemoTeam
  readonly isArchived?: true
  /** Somebody has looked, though nobody may have answered. */
  readonly isSeen?: true
  readonly lines: readonly Line[]
}

const HOUR = 60
const DAY = 24 * HOUR

const contact = (minutesAgo: number, text: string, file?: DemoFileName): Line => ({
  from: 'contact',
  minutesAgo,
  text,
  ...(file && { file }),
})

const reply = (
  from: DemoPerson,
  minutesAgo: number,
  text: string,
  more: Pick<Line, 'file' | 'delivery' | 'reason'> = {},
): Line => ({ from, minutesAgo, text, delivery: 'sent', ...more })

const waiting: readonly Story[] = [
  {
    channel: 'telegram',
    name: 'Анна Светлова',
    phone: '+79000000142',
    handle: 'anna_svetlova',
    note: 'Берёт в подарок, просит упаковку без чека. Удобно после 18:00.',
    assignee: olga,
    lines: [
      contact(DAY + 6 * HOUR, 'Здравствуйте! Я заказала плед «Клетка» 150×200, когда ждать?'),
      reply(irina, DAY + 5 * HOUR + 55, 'Добрый вечер! Заказ 4187 собран, завтра передадим в доставку.'),
      contact(4.9, 'Плед приехал, но на углу затяжка', 'pled.png'),
      contact(4.6, 'Вот фото. Сам плед очень нравится'),
      contact(4, 'Можно обменять или починить?'),
    ],
  },
  {
    channel: 'telegram',
    name: 'Марина Осипова',
    phone: '+79000000217',
    assignee: irina,
    isSeen: true,
    lines: [
      contact(52.7, 'Добрый день'),
      contact(52, 'Подскажите, из какой ткани пододеяльник «Туман»? Не будет линять?'),
    ],
  },
  {
    channel: 'widget',
    name: 'Посетитель сайта',
    lines: [
      contact(17, 'Здравствуйте, есть ли самовывоз?'),
      contact(16, 'И до какого часа вы работаете сегодня?'),
    ],
  },
  {
    channel: 'telegram',
    name: 'Опт: «Уютные сны»',
    handle: 'uyutnye_sny',
    team: 'sales',
    lines: [
      contact(3 * DAY + 90, 'Добрый день! Интересует опт от 50 комплектов'),
      reply(sergey, 3 * DAY + 80, 'Здравствуйте! На такой объём скидка 15 %. Какие размеры нужны?'),
      contact(2 * HOUR, '30 полуторных и 20 евро'),
      contact(HOUR + 55, 'Пришлите, пожалуйста, прайс на ноябрь'),
    ],
  },
  {
    channel: 'telegram',
    name: 'Дмитрий',
    assignee: irina,
    lines: [
      contact(3 * HOUR + 20, 'Хочу забрать заказ 4203 сам, можно?'),
      reply(irina, 3 * HOUR + 5, 'Можно. Он будет готов после 15:00, адрес: улица Садовая, 12.'),
      contact(26, 'Отлично, а оплатить на месте картой?'),
    ],
  },
  {
    channel: 'widget',
    name: 'Елена Прокофьева',
    phone: '+79000000333',
    assignee: olga,
    isSeen: true,
    lines: [
      contact(HOUR + 42, 'Бежевый плед ещё остался? На сайте пишет «под заказ»'),
      contact(HOUR + 40, 'Если да, отложите один до вечера'),
    ],
  },
]

const answered: readonly Story[] = [
  {
    channel: 'telegram',
    name: 'Павел Гринёв',
    phone: '+79000000418',
    assignee: irina,
    lines: [
      contact(5 * HOUR, 'Когда отправите заказ 4176?'),
      reply(irina, 4 * HOUR + 50, 'Отправили курьером, трек 4187-0231.', { delivery: 'read' }),
    ],
  },
  {
    channel: 'telegram',
    name: 'Галина',
    assignee: olga,
    lines: [
      contact(7 * HOUR, 'Простыня на резинке 200×220 есть?'),
      reply(olga, 6 * HOUR + 45, 'Размер 200×220 будет в пятницу. Отложить?', { delivery: 'delivered' }),
    ],
  },
  {
    channel: 'telegram',
    name: 'Виктор Зуев',
    phone: '+79000000502',
    assignee: olga,
    lines: [
      contact(8 * HOUR, 'Нужен счёт на организацию'),
      contact(8 * HOUR - 2, 'Десять комплектов «Лён», как в прошлый раз'),
      reply(olga, 7 * HOUR + 30, 'Счёт во вложении.', { file: 'schet-4190.pdf' }),
    ],
  },
  {
    channel: 'telegram',
    name: 'Роман Т.',
    phone: '+79000000418',
    assignee: sergey,
    lines: [
      contact(9 * HOUR, 'Пришлите накладную, пожалуйста'),
      reply(sergey, 8 * HOUR + 40, '', {
        file: 'nakladnaya.pdf',
        delivery: 'failed',
        reason: 'blockedByContact',
      }),
    ],
  },
  {
    channel: 'widget',
    name: 'Светлана',
    assignee: sergey,
    lines: [
      contact(11 * HOUR, 'Можно ли стирать одеяло в машинке?'),
      reply(sergey, 10 * HOUR + 50, 'Да, при 30 градусах и без отжима. Бирка с указаниями внутри чехла.', {
        delivery: 'read',
      }),
      contact(10 * HOUR + 44, 'Спасибо!'),
      reply(sergey, 10 * HOUR + 40, 'Пожалуйста. Хорошего дня.', { delivery: 'read' }),
    ],
  },
  {
    channel: 'telegram',
    name: 'Тимур Алиев',
    phone: '+79000000611',
    assignee: irina,
    lines: [
      contact(DAY + 3 * HOUR, 'Заказ пришёл не полностью, нет второй наволочки'),
      reply(irina, DAY + 2 * HOUR + 50, 'Простите за неудобство. Наволочку вышлем завтра за наш счёт.', {
        delivery: 'delivered',
      }),
      contact(DAY + 2 * HOUR + 30, 'Хорошо, жду'),
      reply(irina, DAY + 2 * HOUR + 28, 'Записала. Как отправим, пришлю трек-номер.', {
        delivery: 'delivered',
      }),
    ],
  },
  {
    channel: 'widget',
    name: 'Ксения Б.',
    assignee: irina,
    isSeen: true,
    lines: [
      contact(DAY + 9 * HOUR, 'Получила подушки, очень мягкие'),
      reply(irina, DAY + 8 * HOUR + 50, 'Рады, что понравились!', { delivery: 'read' }),
      contact(DAY + 8 * HOUR, 'Спасибо большое! Буду советовать вас подругам'),
    ],
  },
  {
    channel: 'telegram',
    name: 'Никита Лосев',
    lines: [
      contact(DAY + 11 * HOUR, 'Есть подарочные сертификаты?'),
      reply(
        olga,
        DAY + 10 * HOUR + 45,
        'Есть: на 1 000, 3 000 и 5 000 ₽. Электронный придёт сразу после оплаты.',
      ),
    ],
  },
  {
    channel: 'widget',
    name: 'Юлия Ветрова',
    phone: '+79000000709',
    assignee: sergey,
    lines: [
      contact(2 * DAY, 'Доставляете в Выборг?'),
      reply(sergey, 2 * DAY - 6, 'Да, два-три дня, 390 ₽. От 5 000 ₽ бесплатно.', { delivery: 'delivered' }),
    ],
  },
  {
    channel: 'telegram',
    name: 'Артём',
    assignee: olga,
    lines: [
      contact(2 * DAY + 4 * HOUR, 'Какой плед теплее: шерсть или меринос?'),
      reply(olga, 2 * DAY + 3 * HOUR + 50, 'Меринос теплее при том же весе и не колется. Вот он на фото.', {
        file: 'pled.png',
        delivery: 'read',
      }),
      contact(2 * DAY + 3 * HOUR + 20, 'Беру меринос'),
      reply(olga, 2 * DAY + 3 * HOUR + 18, 'Оформила, заказ 4169.', { delivery: 'read' }),
    ],
  },
  {
    channel: 'widget',
    name: 'Лидия Павловна',
    phone: '+79000000815',
    note: 'Звонить не нужно, пишет сама.',
    assignee: irina,
    lines: [
      contact(2 * DAY + 7 * HOUR, 'Подскажите размер полотенец из набора'),
      reply(irina, 2 * DAY + 6 * HOUR + 55, 'Два 50×90 и два 70×140.', { delivery: 'read' }),
    ],
  },
  {
    channel: 'telegram',
    name: 'Глеб Ершов',
    assignee: sergey,
    lines: [
      contact(3 * DAY, 'Можно изменить адрес в заказе 4155?'),
      reply(sergey, 3 * DAY - 12, 'Да, напишите новый.'),
      contact(3 * DAY - 15, 'Улица Лесная, 8, квартира 41'),
      reply(sergey, 3 * DAY - 17, 'Исправили.', { delivery: 'delivered' }),
    ],
  },
  {
    channel: 'widget',
    name: 'Посетитель сайта',
    lines: [
      contact(3 * DAY + 5 * HOUR, 'Скидка на первый заказ суммируется с распродажей?'),
      reply(irina, 3 * DAY + 4 * HOUR + 58, 'Нет, действует большая из двух.', { delivery: 'delivered' }),
    ],
  },
]

const archived: readonly Story[] = [
  {
    channel: 'telegram',
    name: 'Оксана Речная',
    phone: '+79000000924',
    assignee: olga,
    isArchived: true,
    lines: [
      contact(4 * DAY, 'Вернула комплект на склад, когда придут деньги?'),
      reply(olga, 4 * DAY - 20, 'Возврат оформлен, банк зачислит за три дня.', { delivery: 'read' }),
      contact(3 * DAY + 9 * HOUR, 'Пришли, спасибо'),
      reply(olga, 3 * DAY + 8 * HOUR, 'Хорошо, что написали. Ждём вас снова.', { delivery: 'read' }),
    ],
  },
  {
    channel: 'widget',
    name: 'Илья',
    assignee: sergey,
    isArchived: true,
    lines: [
      contact(5 * DAY, 'Есть ли у вас магазин в Твери?'),
      reply(sergey, 5 * DAY - 8, 'Пока нет, но доставим за два дня.', { delivery: 'delivered' }),
    ],
  },
  {
    channel: 'telegram',
    name: 'Вера Климова',
    assignee: irina,
    isArchived: true,
    lines: [
      contact(6 * DAY, 'Как ухаживать за льном?'),
      reply(irina, 6 * DAY - 30, 'Стирка при 40 градусах, гладить чуть влажным.', { delivery: 'read' }),
    ],
  },
  {
    channel: 'widget',
    name: 'Посетитель сайта',
    isArchived: true,
    isSeen: true,
    lines: [contact(6 * DAY + 5 * HOUR, 'проверка связи')],
  },
  {
    channel: 'telegram',
    name: 'Фёдор Ильич',
    phone: '+79000000999',
    assignee: sergey,
    isArchived: true,
    lines: [
      contact(7 * DAY, 'Здравствуйте. Нужна кровать, а не постельное'),
      reply(sergey, 7 * DAY - 25, 'Кроватей у нас нет, но подскажем соседей: «Мастерская сна», Садовая, 16.'),
      contact(7 * DAY - 40, 'Благодарю'),
    ],
  },
]

/** A week of the demo company: who waits, who was answered, what was put away. */
export const stories: readonly Story[] = [...waiting, ...answered, ...archived]

/** A few days of the second company, an online school. */
export const schoolStories: readonly Story[] = [
  {
    channel: 'widget',
    name: 'Полина Гречко',
    assignee: irina,
    lines: [
      contact(3 * HOUR, 'Здравствуйте! Подойдёт ли курс английского тем, кто начинает с нуля?'),
      reply(irina, 3 * HOUR - 8, 'Добрый день! Да, есть группа с нуля, старт 3 декабря.', {
        delivery: 'read',
      }),
      contact(35, 'А занятия записываются? Иногда работаю по вечерам'),
    ],
  },
  {
    channel: 'widget',
    name: 'Тимофей',
    lines: [contact(12, 'Не приходит письмо со ссылкой на урок')],
  },
  {
    channel: 'widget',
    name: 'Алёна Власова',
    assignee: olga,
    lines: [
      contact(26 * HOUR, 'Можно ли оплатить курс частями?'),
      reply(olga, 25 * HOUR, 'Можно, на три месяца без процентов. Отправила условия.', {
        delivery: 'delivered',
      }),
    ],
  },
]
