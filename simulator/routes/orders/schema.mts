/** Any text. */
export const text = { type: 'string' } as const;

/** Text that may be null, as v7 has it. */
export const nullable = { type: ['string', 'null'] } as const;

/** Text up to a length. */
export const upTo = <const N extends number>(maxLength: N) =>
	({ type: 'string', maxLength }) as const;

/** Text up to a length that may be null. */
export const nullableUpTo = <const N extends number>(maxLength: N) =>
	({ type: ['string', 'null'], maxLength }) as const;

/** An object that takes these fields and no others. */
export const object = <const P,>(properties: P) =>
	({ type: 'object', additionalProperties: false, required: [], properties }) as const;

/** A list of such objects. */
export const listOf = <const I,>(items: I) => ({ type: 'array', items }) as const;

/** An object or null. */
export const nullableObject = <const P,>(properties: P) =>
	({ type: ['object', 'null'], additionalProperties: false, required: [], properties }) as const;

/** A list or null. */
export const nullableListOf = <const I,>(items: I) => ({ type: ['array', 'null'], items }) as const;

/** v6 takes quoted booleans too; v7 does not. */
export const looseBoolean = { enum: [true, false, 'true', 'false'] } as const;

/** v6 takes unquoted phone numbers too. */
export const loosePhone = <const N extends number>(maxLength: N) =>
	({ type: ['string', 'number'], maxLength }) as const;

/** `shipComplete`: the schema's limit of one letter contradicts the documented `true`. */
export const shipComplete = { enum: ['true', 'C', 'P', 'E'] } as const;

/** Names and values. */
export const attributes = listOf(object({ attributeName: text, attributeValue: text }));

/** Names and values, as v7 has them. */
export const nullableAttributes = nullableListOf(
	object({ attributeName: nullable, attributeValue: nullable }),
);

/** Longest text where the documents give no limit. */
const free = 100_000;

/** v6 `resellerInfo`, column A of the address matrix. */
export const resellerV6 = object({
	resellerId: text,
	contact: text,
	companyName: upTo(40),
	addressLine1: upTo(70),
	addressLine2: upTo(70),
	addressLine3: upTo(70),
	city: upTo(25),
	state: upTo(3),
	postalCode: upTo(10),
	countryCode: upTo(10),
	phoneNumber: loosePhone(free),
	email: text,
});

const streetV6 = {
	contact: upTo(70),
	companyName: upTo(40),
	name1: text,
	name2: text,
	addressLine1: upTo(70),
	addressLine2: upTo(70),
	addressLine3: upTo(70),
	addressLine4: text,
	city: upTo(25),
	state: upTo(3),
	postalCode: upTo(10),
	countryCode: upTo(10),
	phoneNumber: loosePhone(free),
	email: text,
} as const;

/** v6 `shipToInfo`, column B. */
export const shipToV6 = object({ addressId: upTo(10), ...streetV6 });

/** v6 `endUserInfo`, column C. */
export const endUserV6 = object({ endUserId: text, ...streetV6 });

/** v6 `lines[].endUserInfo[]`, column D, with the two fields that only an example has. */
export const lineEndUserV6 = object({
	endUserId: upTo(10),
	endUserType: text,
	contact: text,
	companyName: text,
	name1: upTo(35),
	name2: text,
	addressLine1: text,
	addressLine2: text,
	addressLine3: text,
	addressLine4: text,
	city: text,
	state: text,
	postalCode: text,
	countryCode: upTo(3),
	phoneNumber: loosePhone(30),
	email: upTo(241),
	addressSequenceNumber: text,
	contactId: text,
});

/** v7 `resellerInfo`, column E. */
export const resellerV7 = nullableObject({
	resellerId: nullable,
	contact: nullable,
	companyName: nullableUpTo(40),
	addressLine1: nullable,
	addressLine2: nullable,
	city: nullable,
	state: nullable,
	postalCode: nullableUpTo(10),
	countryCode: nullableUpTo(10),
	phoneNumber: nullable,
	email: nullable,
});

const streetV7 = {
	companyName: nullableUpTo(40),
	addressLine1: nullableUpTo(70),
	addressLine2: nullableUpTo(70),
	city: nullableUpTo(25),
	state: nullableUpTo(3),
	countryCode: nullableUpTo(10),
	phoneNumber: nullable,
	email: nullable,
} as const;

/** v7 `endUserInfo`, column F. */
export const endUserV7 = nullableObject({
	endUserId: nullable,
	contact: nullable,
	postalCode: nullableUpTo(10),
	...streetV7,
});

/** v7 `shipToInfo`, column G. */
export const shipToV7 = nullableObject({
	addressId: nullableUpTo(10),
	contact: nullableUpTo(70),
	postalCode: nullable,
	...streetV7,
	shippingNotes: nullable,
});

/** v7 `lines[].endUserInfo[]`, column H. */
export const lineEndUserV7 = object({
	endUserId: nullableUpTo(10),
	endUserType: nullable,
	contact: nullable,
	companyName: nullable,
	addressLine1: nullable,
	addressLine2: nullable,
	city: nullable,
	state: nullable,
	postalCode: nullable,
	countryCode: nullable,
	phoneNumber: nullableUpTo(30),
	email: nullableUpTo(241),
});

/** Modify `shipToInfo`, column I. */
export const shipToModify = object({
	addressId: upTo(10),
	contact: upTo(40),
	companyName: upTo(40),
	name1: upTo(40),
	name2: upTo(40),
	addressLine1: upTo(60),
	addressLine2: upTo(40),
	addressLine3: upTo(40),
	city: upTo(25),
	state: upTo(3),
	postalCode: upTo(10),
	countryCode: upTo(3),
	phoneNumber: upTo(30),
	email: upTo(241),
});
