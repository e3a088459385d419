import type { Customer } from '../options.mts';
import { cents } from './generator.mts';
import type { Invoice, InvoiceLine } from './invoices.mts';
import type { Address } from './orders.mts';

/** Words in which a return and its claim stand. */
export const returnStatuses = [
	'Open',
	'Approved',
	'Partially Approved',
	'Denied',
	'Voided',
] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

/** What one entry of a request asks to take back. */
export interface ReturnRequest {
	invoice: Invoice;
	bought: InvoiceLine;
	quantity: number;
	serialNumber?: string;
	primaryReason: string;
	secondaryReason: string;
	referenceNumber: string;
	notes: string;
	shipFrom: Address;
	numberOfBoxes: number;
}

/** A return in Ingram's books. */
export interface Return extends ReturnRequest {
	readonly caseRequestNumber: string;
	readonly customer: Customer;
	readonly createdAt: number;
	modifiedAt: number;
	status: ReturnStatus;
	/** Units that are credited. */
	approved: number;
	/** There is none before it is decided. */
	claimId: string;
}

/** All returns, with the indexes by which calls find them. */
export interface ReturnBook {
	/** In the order in which they came. */
	readonly all: readonly Return[];
	of(customer: Customer): readonly Return[];
	byNumber(caseRequestNumber: string): Return | undefined;
	add(customer: Customer, request: ReturnRequest, at: number): Return;
	/** Units of an invoice line that are on their way back, or came back. */
	takenBack(invoiceNumber: string, ingramLineNumber: string): Return[];
}

/** Makes an empty book. */
export function createReturnBook(): ReturnBook {
	const all: Return[] = [];
	const numbers = new Map<string, Return>();
	const byLine = new Map<string, Return[]>();
	const lineKey = (invoiceNumber: string, line: string): string => `${invoiceNumber} ${line}`;
	return {
		all,
		of: ({ customerNumber }) =>
			all.filter(({ customer }) => customer.customerNumber === customerNumber),
		byNumber: (number) => numbers.get(number.toUpperCase()),
		add: (customer, request, at) => {
			const count = all.length + 1;
			const digits = String((count * 7_919) % 100_000).padStart(5, '0');
			const made: Return = {
				...request,
				// Like CAS-08946-G1W3J3-1: the middle counts, so that no number comes twice.
				caseRequestNumber: `CAS-${digits}-G${count.toString(36).toUpperCase().padStart(5, '0')}-1`,
				customer,
				createdAt: at,
				modifiedAt: at,
				status: 'Open',
				approved: 0,
				claimId: '',
			};
			all.push(made);
			numbers.set(made.caseRequestNumber, made);
			const key = lineKey(request.invoice.invoiceNumber, request.bought.line.ingramLineNumber);
			byLine.set(key, [...(byLine.get(key) ?? []), made]);
			return made;
		},
		takenBack: (invoiceNumber, line) =>
			(byLine.get(lineKey(invoiceNumber, line)) ?? []).filter(
				({ status }) => status !== 'Denied' && status !== 'Voided',
			),
	};
}

/**
 * Decides a return. What is decided stays so.
 *
 * @param approved units that are credited
 */
export function decide(one: Return, status: ReturnStatus, approved: number, at: number): void {
	if (one.status !== 'Open') return;
	one.status = status;
	one.approved = approved;
	one.modifiedAt = at;
	const { invoiceNumber } = one.invoice;
	if (status !== 'Voided')
		one.claimId = `${invoiceNumber.slice(0, 8)}-${one.caseRequestNumber.slice(4, 6)}`;
}

/** What the goods of a return cost. */
export const valueOf = ({ bought, quantity }: Return): number =>
	cents(bought.line.unitPrice * quantity);

/** What is given back for a return; undefined before it is decided. */
export const creditOf = ({ bought, approved, status }: Return): number | undefined =>
	status === 'Open' ? undefined : cents(bought.line.unitPrice * approved);

/**
 * The reason in Ingram's own list. Assumption: it follows from the words of the request, of which no
 * list is documented; most returns are stock that was not sold.
 */
export function reasonOf({ primaryReason, secondaryReason }: ReturnRequest): string {
	const said = `${primaryReason} ${secondaryReason}`;
	if (/not received|short|missing/i.test(said)) return '(SS) Short Shipment';
	if (/defect|broken|does not work/i.test(said)) return '(DF) Defective Items';
	if (/damage/i.test(said)) return '(DM) Damaged from Carrier';
	if (/wrong/i.test(said)) return '(WS) Wrong Sales Sealed';
	return '(SB) Stock Balance';
}
