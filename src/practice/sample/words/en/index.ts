import type { Words } from '../words';
import { contactNotes, promiseTexts } from './contact';
import { anyLife, lives } from './life';
import { course } from './study';

export const englishWords: Words = {
  space: ' ',
  contactNotes,
  promiseTexts,
  lives,
  anyLife,
  course,
};
