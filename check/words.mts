import { NO_PRODUCT } from './calls.mts';
import { operations } from '../simulator/routes/index.mts';

/**
 * Words that may stand in what leaves the machine, in capitals or not: those of which sentences about
 * calls are made. All else in a sentence may be of the account, and is told by its shape.
 */
const plainWords = `
a account active after again all allowed already also an and another answer answered any api app
application are as at authorized available backordered bad be been before billing body both but by
call calls can cancelled cannot case catalog change changed characters check closed code completed
connection contact correct could country created credential current customer data date deal deals
deleted delivered delivery details did different digits discontinued do does duplicate each email
empty end error errors exceeded exist exists expected expired failed field fields first for format
forbidden found freight from gateway given has have header hold if in include ingram internal into
invalid invoice invoiced invoices is it item its key keys known length less limit line lines list
longest many match maximum message method micro minimum missing modified more most must name needs
no none not number numbers object of on once one only open operation or order orders other out
page part parts partial permitted please price process processing product products proxy quantity
quote quotes read record records refused rejected released remote renewal renewals request requested
required response result retry return returned returns returned right same say says search server
service shipped size some special status such system text than that the them then there these this
time timeout to token too try type unable unauthorized under unexpected unknown unsupported update
url use used user valid value vendor version voided was web went were when while with without wrong
xi you your
`;

const words = new Set(plainWords.trim().split(/\s+/));

/** Whether a word may be told as it is. */
export const isPlainWord = (word: string): boolean => words.has(word.toLowerCase());

/** Whole values that are Ingram Micro's and the same for everyone, so that they may be told. */
const commonValues = new Set(
	`
backordered cancelled canceled closed completed delivered e-delivered error failed hold invoiced
on_hold open pending partially_shipped partially_delivered processing rejected released shipped
voided in_progress draft active approved denied expired quoted succeeded paid past_due
true false yes no y n success get put post delete orders invoices quotes deals renewals returns
physical digital subscription im::physical im::digital im::subscription im::any each ea lb kg
add update cdw zor s d
`
		.trim()
		.split(/\s+/)
		.map((value) => value.replaceAll('_', ' ')),
);

/** Whether a text as a whole is one of Ingram Micro's own words, or what the check itself asks for. */
export const isCommonValue = (value: string): boolean =>
	value === NO_PRODUCT || commonValues.has(value.trim().toLowerCase());

/** Parts of the paths of calls, which links hold. */
export const pathWords: ReadonlySet<string> = new Set([
	'sandbox',
	...operations.flatMap(({ endpoint }) =>
		endpoint.split('/').filter((part) => part !== '' && !part.startsWith('{')),
	),
]);

/** Route templates with their methods, as in `GET /resellers/v6/orders/search`. */
const routes = new Set(operations.map(({ method, endpoint }) => `${method} ${endpoint}`));

/** Whether a call may be told by its path: that of a call that nobody knows may hold numbers. */
export const isKnownRoute = (route: string): boolean => routes.has(route);
