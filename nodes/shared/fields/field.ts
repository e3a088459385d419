// Here live parameters: how n8n shows one, how its value is read and checked. This file has the plain
// kinds, which declaration.ts begins; beside it stand those that mean something.
export { choice, choices, openChoice, openChoices, optionalChoice, someChoices } from './choice';
export { collection, entriesOf, filters, rows } from './collection';
export { asObject, isBlank, labelOf, mustHold, narrowing } from './declaration';
export { quotedValue, shown, when } from './declaration';
export { onWire, propertiesOf, readFields, required, wireFormOf } from './declaration';
export type { Field, Fields, Reading, Texts, Values } from './declaration';
export { flag, optionalFlag, strictFlag } from './flag';
export { json, refuseRounded } from './json';
export { locator } from './locator';
export { optionalAmount, optionalWholeNumber, requiredWholeNumber, wholeNumber } from './number';
export { requiredText, text, textList } from './text';
