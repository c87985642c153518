// @ts-check
// What an answer is, in the very file by which a page knows it.
import '../page/namespace.js';
import '../page/answers.js';

export const { VERDICTS, isAnswer } = Jachai.answers;
