const RUSSIAN =
  'а без бы был была были было быть в вам вас ваш ведь во вот все всего всех вы где да для до его ее если ' +
  'есть еще же за здесь и из или им их к как какая какие какой когда которая которые который кто ли либо ' +
  'меня мне может мой моя мое мои мы на над нам нас наш не него нее нет ни них но ну о об он она они оно от по под при ' +
  'про с сам со так также там то того тоже той только том тот ты у уже чего чем что чтобы эта эти это этого ' +
  'этой этом этот я'

const ENGLISH =
  'a about all am an and any are as at be been but by can could did do does for from had has have he her ' +
  'here him his how i if in into is it its just me my no not of on or our out she so some than that the ' +
  'their them then there these they this to too up us was we were what when where which who will with ' +
  'would you your'

/** Words that are in every other message: they find nothing. */
export const stopWords: ReadonlySet<string> = new Set(`${RUSSIAN} ${ENGLISH}`.split(' '))
