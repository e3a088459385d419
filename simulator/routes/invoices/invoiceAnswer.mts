import { isOpen, type Invoice, type InvoiceLine } from '../../state/invoices.mts';
import type { World } from '../../state/world.mts';
import { addressOnFile, day, inCapitals, shipToAnswer } from '../orders/parts.mts';

/** The answer of invoice details, as v6.1 spells it. */
export function invoiceAnswer(world: World, invoice: Invoice, withSerials: boolean): object {
	const { order, lines, total, net, freight } = invoice;
	const { purchase } = order;
	const { currencyCode, customer } = purchase;
	const due = isOpen(world, invoice) ? total : 0;
	return {
		invoiceNumber: invoice.invoiceNumber,
		invoiceStatus: isOpen(world, invoice) ? 'Open' : 'Closed',
		invoiceDate: day(invoice.invoicedAt),
		customerOrderNumber: inCapitals(world, purchase.customerOrderNumber ?? ''),
		endCustomerOrderNumber: inCapitals(world, purchase.endCustomerOrderNumber ?? ''),
		orderDate: day(order.createdAt),
		billToID: purchase.billToAddressId,
		invoiceType: 'Invoice',
		invoiceDueDate: day(invoice.dueAt),
		customerCountryCode: customer.countryCode,
		customerNumber: customer.customerNumber,
		ingramOrderNumber: lines[0]?.line.subOrderNumber ?? order.ingramOrderNumber,
		notes: inCapitals(world, order.notes),
		paymentTermsInfo: {
			paymentTermsCode: '30',
			paymentTermsDescription: 'NET 30 DAYS',
			paymentTermsDueDate: day(invoice.dueAt),
		},
		billToInfo: addressOnFile(customer),
		shipToInfo: shipToAnswer(world, order),
		lines: lines.map((line) => lineAnswer(line, currencyCode, withSerials)),
		endUserInfo: purchase.endUserInfo ?? {},
		fxRateInfo: {
			currencyCode,
			companyCurrency: currencyCode,
			invoiceCurrency: currencyCode,
			currencyFxRate: 1,
		},
		summary: {
			lines: {
				productLineCount: lines.length,
				productLineTotalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
			},
			// The sample spells these with capitals, and only these.
			miscCharges: [
				charge('TAX', 0, 0),
				...(freight > 0 ? [charge('FREIGHT OUT', 1, freight)] : []),
			],
			totals: {
				netInvoiceAmount: net,
				discountAmount: 0,
				discountType: 'Terms Charge',
				totalTaxAmount: 0,
				invoicedAmountDue: due,
				freightAmount: freight,
			},
			foreignFxTotals: {
				foreignCurrencyCode: currencyCode,
				foreignCurrencyFxRate: 1,
				// Text, beside a number.
				foreignTotalTaxableAmount: String(net),
				foreignTotalTaxAmount: 0,
				foreignInvoiceAmountDue: String(due),
			},
		},
	};
}

const charge = (description: string, count: number, total: number): object => ({
	ChargeDescription: description,
	MiscChargeLineCount: count,
	MiscChargeLineTotal: total,
	ChargeLineReference: count > 0 ? '895' : '',
});

function lineAnswer(
	{ line, quantity, serialNumbers, amount }: InvoiceLine,
	currencyCode: string,
	withSerials: boolean,
): object {
	const { goods } = line;
	return {
		ingramLineNumber: line.ingramLineNumber,
		customerLineNumber: line.customerLineNumber,
		ingramPartNumber: goods.ingramPartNumber,
		vendorPartNumber: goods.vendorPartNumber,
		vendorName: goods.vendorName,
		productDescription: goods.description,
		upc: goods.upc,
		// Text in the sample, a number in the schema.
		unitWeight: goods.weightKg.toFixed(1),
		quantity,
		unitPrice: line.unitPrice,
		unitOfMeasure: goods.uom,
		currencyCode,
		extendedPrice: amount,
		taxPercentage: 0,
		taxRate: 0,
		taxAmount: 0,
		...(withSerials
			? { serialNumbers: serialNumbers.map((serialNumber) => ({ serialNumber })) }
			: {}),
		quantityOrdered: line.quantity,
		quantityShipped: quantity,
	};
}

/** An answer as the older version spells it: each name begins with a capital. */
export function withCapitals(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withCapitals);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [
			name.charAt(0).toUpperCase() + name.slice(1),
			withCapitals(entry),
		]),
	);
}
