import type { Customer } from '../options.mts';
import type { Quirks } from '../quirks.mts';
import type { Order } from './orders.mts';

/** All orders, with the indexes by which calls find them. */
export interface OrderBook {
	/** In the order in which they came. */
	readonly all: readonly Order[];
	/** A customer's orders, oldest first. */
	of(customer: Customer): readonly Order[];
	/**
	 * Finds by Ingram's number of the order or of one of its parts. A number may be used again after
	 * some time, so there may be several; the latest is the last.
	 */
	byNumber(customer: Customer, orderNumber: string): readonly Order[];
	/**
	 * Finds by the customer's own number. Assumption: the case does not count, since answers come
	 * back in capitals.
	 */
	byCustomerOrderNumber(customer: Customer, customerOrderNumber: string): readonly Order[];
	add(order: Order): void;
	/** An order number that was never used. */
	nextNumber(customer: Customer, form: Quirks['orderNumbers']): string;
	/** A number for something that belongs to an order, of as many digits as asked for. */
	nextSerial(digits: number): string;
}

// Without vowels, so that no number becomes a word; samples look like 20-RFKM1.
const symbols = '0123456789BCDFGHJKLMNPQRSTVWXZ';

/** Makes an empty book. */
export function createOrderBook(): OrderBook {
	const all: Order[] = [];
	const byCustomer = new Map<string, Order[]>();
	const numbers = new Map<string, Order[]>();
	const purchases = new Map<string, Order[]>();
	// The first one is then xx-RC1RD, the number that the portal's text takes for its example.
	let last = valueOf('RC1RD') - 1;
	let serial = 0;

	const purchaseKey = ({ customerNumber }: Customer, number: string): string =>
		`${customerNumber} ${number.toUpperCase()}`;
	const numberKey = ({ customerNumber }: Customer, number: string): string =>
		`${customerNumber} ${/^\d{8,12}|.*/.exec(number.toUpperCase().split('-').slice(0, 2).join('-'))?.[0] ?? ''}`;

	return {
		all,
		of: ({ customerNumber }) => byCustomer.get(customerNumber) ?? [],
		byNumber: (customer, number) => numbers.get(numberKey(customer, number)) ?? [],
		byCustomerOrderNumber: (customer, number) => purchases.get(purchaseKey(customer, number)) ?? [],
		add: (order) => {
			const { customer, customerOrderNumber } = order.purchase;
			all.push(order);
			file(byCustomer, customer.customerNumber, order);
			file(numbers, numberKey(customer, order.ingramOrderNumber), order);
			if (customerOrderNumber) file(purchases, purchaseKey(customer, customerOrderNumber), order);
		},
		nextNumber: ({ customerNumber }, form) => {
			last += 1;
			if (form === 'digits') return String(7_000_000_000 + last);
			const branch = customerNumber.slice(0, 2);
			if (form === 'dashedDigits') return `${branch}-${String(last % 100_000).padStart(5, '0')}`;
			return `${branch}-${symbolsOf(last)}`;
		},
		nextSerial: (digits) => {
			serial += 1;
			// Spread out, so that numbers that follow each other do not look alike.
			return String(((serial * 7_919_993) % 10 ** digits) + 10 ** digits).slice(1);
		},
	};
}

/** Files an order by its age: tests may add one that is older than what is there. */
function file(index: Map<string, Order[]>, key: string, order: Order): void {
	const bucket = index.get(key) ?? [];
	if (bucket.length === 0) index.set(key, bucket);
	const place = bucket.findLastIndex(({ createdAt }) => createdAt <= order.createdAt) + 1;
	if (place === bucket.length) bucket.push(order);
	else bucket.splice(place, 0, order);
}

function valueOf(text: string): number {
	return [...text].reduce((sum, symbol) => sum * symbols.length + symbols.indexOf(symbol), 0);
}

function symbolsOf(value: number): string {
	let rest = value;
	let text = '';
	for (let i = 0; i < 5; i++) {
		text = symbols.charAt(rest % symbols.length) + text;
		rest = Math.floor(rest / symbols.length);
	}
	return text;
}
