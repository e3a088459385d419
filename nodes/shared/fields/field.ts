/* The plain kinds of field and what they share. Beside this file stand those that mean something. */
export { choice, choices, optionalChoice } from './choice';
export { collection, entriesOf, rows } from './collection';
export {
	type Field,
	type Fields,
	labelOf,
	type Reading,
	shown,
	type Texts,
	type Values,
} from './declaration';
export { propertiesOf, readFields } from './declaration';
export { flag, optionalFlag, strictFlag } from './flag';
export { asObject, isBlank, quote } from './declaration';
export { json, refuseRounded } from './json';
export { locator } from './locator';
export { mustHold, required, when } from './declaration';
export { optionalAmount, optionalWholeNumber, requiredWholeNumber, wholeNumber } from './number';
export { requiredText, text, textList } from './text';
