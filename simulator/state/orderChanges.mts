import { findOffer } from './goods.mts';
import { addComments, addLine } from './orderPlacing.mts';
import {
	nextLineNumber,
	type Address,
	type CommentLine,
	type Order,
	type OrderLine,
} from './orders.mts';
import { lineNumbersOf } from './orderRequest.mts';
import { carrierOf, supply, takeBack } from './supply.mts';
import type { World } from './world.mts';

/** A change of one line. */
export interface LineChange {
	action: 'ADD' | 'UPDATE' | 'DELETE';
	ingramPartNumber?: string;
	ingramLineNumber?: string;
	customerLineNumber?: string;
	quantity?: number;
	notes?: string;
}

/** A line or comment that was added, changed or deleted. */
export interface Touched {
	line?: OrderLine;
	comment?: CommentLine;
	/** Number of a line that is gone. */
	deleted?: string;
	deletedPart?: string;
	/** As the answer tells it: `000` where the customer gave none. */
	customerLineNumber: string;
}

/** A change that was not made. */
export interface RejectedChange {
	change: LineChange;
	code: 'EN' | 'EQ' | 'EL';
	reason: string;
	/** False: samples leave the quantity out where it is what was wrong. */
	toldQuantity: boolean;
}

/** What became of the changes. */
export interface Changes {
	touched: Touched[];
	rejections: RejectedChange[];
}

/**
 * Changes an order on hold. As the samples have it, an update gives the line a new number.
 *
 * Assumptions: an update that names another part than the line's is a line that is not found; the
 * note of a line stays when an update has none, unless comments are lines.
 */
export function applyChanges(
	world: World,
	order: Order,
	wish: {
		lines: readonly LineChange[];
		notes?: string;
		shipToInfo?: Address;
		commentsAsLines: boolean;
		at: number;
	},
): Changes {
	const touched: Touched[] = [];
	const rejections: RejectedChange[] = [];
	for (const change of wish.lines) {
		const result = applyOne(world, order, change, wish.commentsAsLines);
		if ('code' in result) rejections.push(result);
		else touched.push(result);
	}
	if (wish.notes !== undefined) {
		if (!wish.commentsAsLines) order.notes = wish.notes;
		for (const [i, comment] of addComments(order, wish.notes).entries()) {
			touched.push({ comment, customerLineNumber: String(i + 1) });
		}
	}
	if (wish.shipToInfo) order.shipToInfo = wish.shipToInfo;
	if (touched.length > 0 || wish.shipToInfo) {
		world.life.modified(
			order,
			touched.flatMap(({ line }) => (line ? [line] : [])),
			wish.at,
		);
	}
	return { touched, rejections };
}

function applyOne(
	world: World,
	order: Order,
	change: LineChange,
	commentsAsLines: boolean,
): Touched | RejectedChange {
	if (change.action === 'ADD') return add(world, order, change);

	const number = Number(change.ingramLineNumber);
	const same = (one: { ingramLineNumber: string }): boolean =>
		Number(one.ingramLineNumber) === number;
	const customerLineNumber = '000';
	const comment = order.comments.find(same);
	if (comment && change.action === 'DELETE') {
		order.comments = order.comments.filter((one) => one !== comment);
		return { deleted: comment.ingramLineNumber, customerLineNumber };
	}
	if (comment) {
		comment.text = change.notes ?? '';
		comment.ingramLineNumber = nextLineNumber(order);
		return { comment, customerLineNumber };
	}

	const line = order.lines.find(same);
	const { ingramPartNumber: part } = change;
	if (!line || (part && part.toUpperCase() !== line.goods.ingramPartNumber.toUpperCase())) {
		return reject(change, 'EL', 'ERROR-LINE-NOT-FOUND');
	}
	if (change.action === 'DELETE') {
		takeBack(world, order.purchase.customer, line);
		order.lines = order.lines.filter((one) => one !== line);
		return {
			deleted: line.ingramLineNumber,
			deletedPart: line.goods.ingramPartNumber,
			customerLineNumber,
		};
	}
	const { quantity } = change;
	if (quantity === undefined || quantity < 1) return reject(change, 'EQ', 'ERROR-INVALID-QTY');
	takeBack(world, order.purchase.customer, line);
	const supplied = supply(world, order.purchase.customer, line.goods, quantity, line.warehouseId);
	line.quantity = quantity;
	line.confirmed = supplied.confirmed;
	line.ingramLineNumber = nextLineNumber(order);
	if (change.notes !== undefined) line.notes = change.notes;
	else if (commentsAsLines) delete line.notes;
	return { line, customerLineNumber };
}

function add(world: World, order: Order, change: LineChange): Touched | RejectedChange {
	const { purchase } = order;
	const { customerLineNumber: sent, quantity, notes } = change;
	const offer = findOffer(world.catalog, change);
	if (!offer?.authorized) {
		return reject(
			change,
			'EN',
			`Line Modification/ Addition for Line Number ${sent || '000'} Failed for reason : ERROR-PART-NOT-FOUNDEN`,
		);
	}
	if (quantity === undefined || quantity < 1) return reject(change, 'EQ', 'ERROR-INVALID-QTY');

	const { confirmed, ...from } = supply(world, purchase.customer, offer.goods, quantity);
	const { specialBidNumber } = purchase;
	const line: OrderLine = {
		ingramLineNumber: '',
		customerLineNumber:
			lineNumbersOf([...order.lines, { customerLineNumber: sent ?? '' }]).at(-1) ?? '',
		subOrderNumber: '',
		goods: offer.goods,
		unitPrice: offer.priceFor(purchase.customer, specialBidNumber ? { specialBidNumber } : {}),
		quantity,
		confirmed,
		shipments: [],
		...from,
		carrier: carrierOf(offer.goods, purchase.shipping.carrierCode),
		...(specialBidNumber ? { specialBidNumber } : {}),
		...(notes ? { notes } : {}),
	};
	addLine(order, line);
	return { line, customerLineNumber: sent || '000' };
}

function reject(change: LineChange, code: RejectedChange['code'], reason: string): RejectedChange {
	return { change, code, reason, toldQuantity: code !== 'EQ' && change.quantity !== undefined };
}
