import type { Quirks } from '../../quirks.mts';
import { bareNumber } from '../../state/invoices.mts';

/**
 * In what an invoice differs from its order. `price`: a cent more for each piece of the first line;
 * `extendedPrice`: a cent more for all of them together; `quantity`: a piece more; `part`: another part
 * number; `stranger`: a line for a product that nobody ordered; `missingLine`: without the last line;
 * `fee`, `freight`, `tax`: that much more; `amountDue`: more is due than it accounts for; `currency`:
 * another one. `creditMemo` is a memo that gives the money of its lines back, which is no difference.
 */
export const invoiceWrongs = [
	'price',
	'extendedPrice',
	'quantity',
	'part',
	'stranger',
	'missingLine',
	'fee',
	'freight',
	'tax',
	'amountDue',
	'currency',
	'creditMemo',
] as const;
export type InvoiceWrong = (typeof invoiceWrongs)[number];

interface Line {
	ingramLineNumber: string;
	customerLineNumber: string;
	ingramPartNumber: string;
	vendorPartNumber: string;
	quantity: number;
	unitPrice: number;
	extendedPrice: number;
	quantityShipped: number;
	currencyCode: string;
}

interface Answer {
	invoiceType: string;
	lines: Line[];
	fxRateInfo: { invoiceCurrency: string };
	summary: {
		lines: { productLineCount: number };
		miscCharges: object[];
		totals: Record<'netInvoiceAmount' | 'invoicedAmountDue' | 'totalTaxAmount', number> & {
			freightAmount: number;
		};
	};
}

/** In whole cents, so that sums stay exact. */
const plus = (amount: number, cents: number): number => Math.round(amount * 100 + cents) / 100;
const times = (amount: number, count: number): number => Math.round(amount * 100 * count) / 100;

const charge = (words: string, amount: number): object => ({
	ChargeDescription: words,
	MiscChargeLineCount: 1,
	MiscChargeLineTotal: amount,
	ChargeLineReference: '',
});

/** Sets what a line costs, and what is due with it. */
function price({ summary: { totals } }: Answer, line: Line, extendedPrice: number): void {
	const cents = Math.round((extendedPrice - line.extendedPrice) * 100);
	line.extendedPrice = extendedPrice;
	totals.netInvoiceAmount = plus(totals.netInvoiceAmount, cents);
	totals.invoicedAmountDue = plus(totals.invoicedAmountDue, cents);
}

const changes: Record<InvoiceWrong, (answer: Answer, first: Line) => void> = {
	price: (answer, first) => {
		first.unitPrice = plus(first.unitPrice, 1);
		price(answer, first, times(first.unitPrice, first.quantity));
	},
	extendedPrice: (answer, first) => price(answer, first, plus(first.extendedPrice, 1)),
	quantity: (answer, first) => {
		first.quantity += 1;
		price(answer, first, times(first.unitPrice, first.quantity));
	},
	part: (_answer, first) => {
		first.ingramPartNumber = 'ZZ9999';
		first.vendorPartNumber = 'OTHER-9999';
	},
	stranger: (answer, first) => {
		const line = {
			...first,
			ingramLineNumber: '900',
			customerLineNumber: '',
			ingramPartNumber: 'ZZ9998',
			vendorPartNumber: 'OTHER-9998',
			extendedPrice: 0,
		};
		answer.lines.push(line);
		answer.summary.lines.productLineCount += 1;
		price(answer, line, times(line.unitPrice, line.quantity));
	},
	missingLine: (answer) => {
		const [last] = answer.lines.slice(-1);
		price(answer, last, 0);
		answer.lines.pop();
		answer.summary.lines.productLineCount -= 1;
	},
	fee: ({ summary }) => {
		summary.miscCharges.push(charge('HANDLING FEE', 4.5));
		summary.totals.invoicedAmountDue = plus(summary.totals.invoicedAmountDue, 450);
	},
	freight: ({ summary }) => {
		const { totals } = summary;
		totals.freightAmount = plus(totals.freightAmount, 250);
		totals.invoicedAmountDue = plus(totals.invoicedAmountDue, 250);
		summary.miscCharges = [charge('TAX', 0), charge('FREIGHT OUT', totals.freightAmount)];
	},
	tax: ({ summary: { totals } }) => {
		totals.totalTaxAmount = plus(totals.totalTaxAmount, 330);
		totals.invoicedAmountDue = plus(totals.invoicedAmountDue, 330);
	},
	amountDue: ({ summary: { totals } }) => {
		totals.invoicedAmountDue = plus(totals.invoicedAmountDue, 1000);
	},
	currency: (answer) => {
		answer.fxRateInfo.invoiceCurrency = 'XTS';
		for (const line of answer.lines) line.currencyCode = 'XTS';
	},
	creditMemo: (answer) => {
		const { summary } = answer;
		answer.invoiceType = 'Credit Memo';
		for (const line of answer.lines) {
			line.quantity *= -1;
			line.extendedPrice *= -1;
			line.quantityShipped = 0;
		}
		const { totals } = summary;
		totals.netInvoiceAmount *= -1;
		totals.freightAmount = 0;
		totals.invoicedAmountDue = totals.netInvoiceAmount;
		summary.miscCharges = [];
	},
};

/** An invoice as the quirk `wrongInvoices` wants it; the books stay as they are. */
export function asWanted(quirks: Quirks, invoiceNumber: string, answer: object): object {
	const wrong = quirks.wrongInvoices[bareNumber(invoiceNumber)] as InvoiceWrong | undefined;
	if (wrong === undefined) return answer;
	const copy = structuredClone(answer) as Answer;
	changes[wrong](copy, copy.lines[0]);
	return copy;
}
