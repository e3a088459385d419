import { maskOf } from './mask.mts';
import { isKnownRoute, isPlainWord } from './words.mts';

/**
 * A sentence in which only plain words stay, and names of calls and statuses; everything else is told
 * by its shape. Sentences of errors may hold numbers, names and whatever Ingram Micro repeats.
 */
export function safeText(sentence: string): string {
	return sentence
		.split(/((?:GET|POST|PUT|DELETE) \/\S+)/)
		.map((part) => (isKnownRoute(part) ? part : part.split(/(\s+)/).map(safeWord).join('')))
		.join('');
}

/** A word with the signs around it: what is between letters belongs to the word. */
function safeWord(word: string): string {
	const [, before = '', core = '', after = ''] =
		/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
	if (core === '') return /^[\s -~]*$/.test(word) ? word : maskOf(word);
	const signs = (text: string): string => (/^[ -~]*$/.test(text) ? text : maskOf(text));
	return signs(before) + (isPlainWord(core) ? core : maskOf(core)) + signs(after);
}
