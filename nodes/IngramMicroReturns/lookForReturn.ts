import type { IDataObject } from 'n8n-workflow';

import { allPages } from '../shared/loop/pager';
import { numberIn } from '../shared/amounts';
import type { Ask, Sight } from '../shared/operation';
import { isRecent } from '../shared/xi/orders/sameOrder';
import {
	type CreatedReturn,
	detailsOf,
	type FoundReturn,
	type ReturnAnswer,
	type ReturnedProduct,
	returnSearch,
} from '../shared/xi/returns';
import type { ReturnBody, SentLine } from './returnBody';
import { inCapitals, isSameText } from '../shared/comparing';

/** A return that was not there before, with its details where they could be read. */
export interface Candidate {
	readonly row: FoundReturn;
	readonly details?: ReturnAnswer;
}

/** What was sent, and when. */
interface Wanted {
	readonly referenceNumber: string;
	readonly body: ReturnBody;
	readonly sentAt: Date;
}

/** An invoice number for comparing: XI writes it with dashes and without. */
const bare = (value: unknown): string => inCapitals(value).replaceAll('-', '');

interface Product {
	readonly invoiceNumber?: string | null;
	readonly ingramPartNumber?: string | null;
	readonly vendorPartNumber?: string | null;
}

/**
 * Whether a product of a return is the one of a line. What the product does not tell does not count.
 * Several products of Ingram Micro can have one number of the manufacturer's.
 */
function isOf(product: Product, line: Product): boolean {
	const invoice = bare(product.invoiceNumber);
	if (invoice !== '' && invoice !== bare(line.invoiceNumber)) return false;
	const [one, other] = [product.ingramPartNumber, line.ingramPartNumber].map(inCapitals);
	if (one !== '' && other !== '') return one === other;
	const vendorPartNumber = inCapitals(product.vendorPartNumber);
	return vendorPartNumber !== '' && vendorPartNumber === inCapitals(line.vendorPartNumber);
}

/** Lines of the same product and invoice, and how many pieces of it were sent and seen. */
interface Share {
	readonly line: SentLine;
	sent: number;
	seen: number;
}

function sharesOf({ list }: ReturnBody): Share[] {
	const shares: Share[] = [];
	for (const line of list) {
		const same = shares.find((share) => isOf(line, share.line));
		if (same) same.sent += line.quantity;
		else shares.push({ line, sent: line.quantity, seen: 0 });
	}
	return shares;
}

const productsOf = ({ details }: Candidate): ReturnedProduct[] =>
	Array.isArray(details?.products) ? details.products : [];

/** Whether all of a return is part of what was sent; undefined where its products are not known. */
function fits(candidate: Candidate, shares: readonly Share[]): boolean | undefined {
	const products = productsOf(candidate);
	if (products.length === 0) return undefined;
	return products.every((product) => {
		const share = shares.find(({ line }) => isOf(product, line));
		return share !== undefined && (numberIn(product.quantity) ?? 0) <= share.sent;
	});
}

function count(candidates: readonly Candidate[], shares: readonly Share[]): void {
	for (const product of candidates.flatMap(productsOf)) {
		const share = shares.find(({ line }) => isOf(product, line));
		if (share) share.seen += numberIn(product.quantity) ?? 0;
	}
}

/**
 * What was sent and is in none of the returns of an answer: products, with their pieces. Undefined
 * where that cannot be told, since a return names no product or quantity that was sent.
 */
export function notNamed(
	made: readonly CreatedReturn[],
	{ list }: ReturnBody,
): IDataObject[] | undefined {
	// These returns tell their product, but not its invoice.
	const noInvoice = { invoiceNumber: '' };
	const shares = sharesOf({ list: list.map((line) => ({ ...line, ...noInvoice })) });
	for (const one of made) {
		const share = shares.find(({ line }) => isOf({ ...one, ...noInvoice }, line));
		const pieces = numberIn(one.quantity);
		if (!share || pieces === undefined) return undefined;
		share.seen += pieces;
	}
	if (shares.some(({ sent, seen }) => seen > sent)) return undefined;
	return shares
		.filter(({ sent, seen }) => seen < sent)
		.map(({ line: { ingramPartNumber, vendorPartNumber }, sent, seen }) => ({
			ingramPartNumber,
			vendorPartNumber,
			quantity: sent - seen,
		}));
}

/** In what returns differ from what was sent, a text each. */
function differencesIn(candidates: readonly Candidate[], shares: readonly Share[]): string[] {
	const unread = candidates
		.filter((candidate) => productsOf(candidate).length === 0)
		.map(({ row }) => `the products of ${row.caseRequestNumber ?? 'one'} could not be read`);
	const nameOf = ({ ingramPartNumber, vendorPartNumber }: Product): string =>
		ingramPartNumber ?? vendorPartNumber ?? 'a product without a number';
	const foreign = candidates
		.flatMap(productsOf)
		.filter((product) => !shares.some(({ line }) => isOf(product, line)))
		.map((product) => `${nameOf(product)} was not sent like this`);
	const counts = shares
		.filter(({ sent, seen }) => sent !== seen)
		.map(({ line, sent, seen }) => `${nameOf(line)} × ${seen}, not × ${sent}`);
	return [...unread, ...foreign, ...counts];
}

/** A found return as a row of the kind that its creation gives. */
function rowOf({ row, details }: Candidate): IDataObject {
	const products = productsOf({ row, details });
	const [only] = products.length === 1 ? products : [];
	return {
		...row,
		...(only && {
			ingramPartNumber: only.ingramPartNumber,
			vendorPartNumber: only.vendorPartNumber,
			quantity: only.quantity,
		}),
		products,
	};
}

/**
 * Whether returns that were not there before are what was sent: with its reference number, and the
 * products and pieces that were sent, all of them. One of the same products under another reference
 * may be ours, with the reference lost, or a colleague's: that is left open.
 */
export function compared(
	candidates: readonly Candidate[],
	{ referenceNumber, body, sentAt }: Wanted,
): Sight {
	const shares = sharesOf(body);
	const recent = candidates.filter(({ row }) => isRecent(row.createdOn, sentAt));
	const named = recent.filter(({ row }) => isSameText(row.referenceNumber, referenceNumber));
	if (named.length > 0) {
		count(named, shares);
		const same =
			named.every((candidate) => fits(candidate, shares) === true) &&
			shares.every(({ sent, seen }) => sent === seen);
		const there = named.map(rowOf);
		if (same) return { there, ours: 'yes', incomplete: false };
		return { there, ours: 'unknown', incomplete: true, said: differencesIn(named, shares) };
	}
	const alike = recent.filter((candidate) => fits(candidate, shares) !== false);
	if (alike.length > 0) return { there: alike.map(rowOf), ours: 'unknown', elsewhere: true };
	return { absent: `Ingram Micro has no return with the reference number ${referenceNumber} yet` };
}

/** The number under which Ingram Micro has a return; blank where it has none. */
export const numberOf = ({ caseRequestNumber }: IDataObject): string =>
	typeof caseRequestNumber === 'string' ? caseRequestNumber.trim() : '';

/** What was made, as sentences name it. Also tells returns apart, whichever call they come from. */
export const receiptOf = (row: IDataObject): string =>
	`return ${numberOf(row) || 'without number'}`;

const search = async (ask: Ask, query: Record<string, string>): Promise<FoundReturn[]> =>
	await allPages(ask, returnSearch, { query });

/** Whether a return has this reference number. XI sends texts back in capitals in many places. */
export const hasReference = ({ referenceNumber }: IDataObject, wanted: string): boolean =>
	typeof referenceNumber === 'string' && isSameText(referenceNumber, wanted);

/** The returns with exactly this reference number. */
async function withReference(ask: Ask, referenceNumber: string): Promise<FoundReturn[]> {
	const found = await search(ask, { referenceNumber });
	return found.filter((row) => hasReference(row, referenceNumber));
}

/** What has this reference number before anything is sent. */
export async function anyWithReference(ask: Ask, referenceNumber: string): Promise<Sight> {
	const there = await withReference(ask, referenceNumber);
	return there.length > 0
		? { there }
		: { absent: 'Ingram Micro has no return with this reference number' };
}

/**
 * All returns that could be taken for one that is sent: those with its reference number, and those of
 * the invoices that it names, since no document says that XI keeps the reference as it was given.
 */
export async function rivalsOf(
	ask: Ask,
	referenceNumber: string,
	{ list }: ReturnBody,
): Promise<FoundReturn[]> {
	const invoices = new Map(
		list.map(({ invoiceNumber }) => [
			invoiceNumber.replaceAll('-', '').toUpperCase(),
			invoiceNumber,
		]),
	);
	const found = new Map<string, FoundReturn>();
	const keep = (rows: readonly FoundReturn[]): void => {
		for (const row of rows) found.set(numberOf(row), row);
	};
	keep(await withReference(ask, referenceNumber));
	for (const invoiceNumber of invoices.values()) keep(await search(ask, { invoiceNumber }));
	return [...found.values()];
}

/**
 * Looks for the returns that came of what was sent: they were not there before, and hold what was
 * sent.
 *
 * A search that fails is not caught: whether there is a return then stays open.
 *
 * @param known receipts of what was there before
 * @returns rows like those of a creation, one a return
 */
export async function lookForReturns(
	ask: Ask,
	referenceNumber: string,
	body: ReturnBody,
	sentAt: Date,
	known: ReadonlySet<string>,
): Promise<Sight> {
	const candidates: Candidate[] = [];
	for (const row of await rivalsOf(ask, referenceNumber, body)) {
		if (known.has(receiptOf(row))) continue;
		candidates.push({ row, details: await readDetails(ask, numberOf(row)) });
	}
	return compared(candidates, { referenceNumber, body, sentAt });
}

/** The details of a return, or that they cannot be had. */
async function readDetails(ask: Ask, caseRequestNumber: string): Promise<ReturnAnswer | undefined> {
	try {
		return await ask(detailsOf(caseRequestNumber), (answer: ReturnAnswer) => answer);
	} catch {
		return undefined;
	}
}
