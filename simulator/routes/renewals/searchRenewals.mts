import type { XStatic } from 'typebox/schema';
import { badRequest, type Problem } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import {
	closedStatuses,
	isOpen,
	openStatuses,
	quoteNumberOf,
	statusOf,
	type Renewal,
} from '../../state/renewals.mts';
import { object, text } from '../orders/schema.mts';
import { dayTime, fits, pageOf } from '../paging.mts';
import { readDay } from './slashedDay.mts';

const span = object({ customStartDate: text, customEndDate: text });

const body = object({
	status: object({
		// Misspelt so in the document.
		OpporutinyStatus: object({
			value: { enum: ['Open', 'Closed'] },
			subStatus: { enum: [...openStatuses, 'All', ...closedStatuses] },
		}),
	}),
	dateType: object({
		startDate: span,
		endDate: span,
		invoiceDate: span,
		expirationDate: span,
	}),
	vendor: text,
	endUser: text,
} as const);

type Body = XStatic<typeof body>;

/** How each of the four dates is read from a renewal. Assumption: a term ends when it expires. */
const dates = {
	startDate: ({ startsAt }: Renewal) => startsAt,
	endDate: ({ expiresAt }: Renewal) => expiresAt,
	invoiceDate: ({ invoicedAt }: Renewal) => invoicedAt,
	expirationDate: ({ expiresAt }: Renewal) => expiresAt,
};
const dateTypes = Object.keys(dates) as (keyof typeof dates)[];

/**
 * Search renewals: `POST /resellers/v6/renewals/search`. Filters narrow. The answer, as its errors,
 * is the only entry of a list, as in the samples.
 *
 * Assumptions: the body is an object; texts must be equal, in any case; a range needs both days; a
 * sub-status must be one of its status; `sort` takes the names of fields of the records; nothing
 * found is an empty list.
 */
export const searchRenewals = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v6/renewals/search',
	errors: 'wrapped',
	query: {
		customerOrderNumber: { kind: 'text' },
		ingramPurchaseOrderNumber: { kind: 'text' },
		serialNumber: { kind: 'text' },
		page: { kind: 'integer', min: 1, max: 100_000_000 },
		size: { kind: 'integer', min: 1, max: 100 },
		sort: { kind: 'text' },
	},
	body,
	check: ({ body: sent }) => [...problemsOfStatus(sent), ...problemsOfDates(sent)],
	handle: ({ world, customer, query: sent, body: filters }) => {
		const now = world.clock.lifeNow();
		const found = world.renewals
			.of(customer)
			.filter(
				(renewal) =>
					fits(sent.customerOrderNumber, renewal.customerOrderNumber) &&
					fits(sent.ingramPurchaseOrderNumber, renewal.ingramOrderNumber) &&
					(sent.serialNumber === undefined ||
						renewal.serialNumbers.some((serial) => fits(sent.serialNumber, serial))) &&
					fits(filters.vendor, renewal.vendorName) &&
					fits(filters.endUser, renewal.endUser) &&
					hasStatus(renewal, filters, now) &&
					isInSpans(renewal, filters),
			);
		const records = found.map((renewal) => record(renewal, now));
		const column = sent.sort;
		if (column !== undefined) {
			if (!isColumn(column)) {
				return badRequest('wrapped', [
					{ field: 'sort', value: column, message: 'There is no such column' },
				]);
			}
			records.sort((a, b) => compare(a[column], b[column]));
		}
		const page = pageOf(world, records, { page: sent.page, size: sent.size });
		const { pageNumber } = page.counters;
		// Nothing but the page, as in the sample; and the call is no GET.
		const link = (number: number): string => `/resellers/v6/renewals/search?page=${number}`;
		const answer = {
			...page.counters,
			renewals: page.records,
			...(page.hasNext ? { nextPage: link(pageNumber + 1) } : {}),
			...(pageNumber > 1 ? { previousPage: link(pageNumber - 1) } : {}),
		};
		return { status: 200, body: world.quirks.bareRenewals ? answer : [answer] };
	},
});

type Column = keyof ReturnType<typeof record>;

const isColumn = (name: string): name is Column =>
	['renewalId', 'customerOrderNumber', 'referenceNumber', 'endUser', 'vendor'].includes(name) ||
	['expirationDate', 'renewalValue', 'status'].includes(name);

const compare = (one: unknown, other: unknown): number =>
	typeof one === 'number' && typeof other === 'number'
		? one - other
		: String(one).localeCompare(String(other));

function problemsOfStatus({ status }: Body): Problem[] {
	const { value, subStatus } = status?.OpporutinyStatus ?? {};
	if (subStatus === undefined) return [];
	const belongs =
		value !== undefined && (value === 'Open') === openStatuses.some((one) => one === subStatus);
	return belongs
		? []
		: [
				{
					field: 'status.OpporutinyStatus.subStatus',
					value: subStatus,
					message: `Is no sub-status of ${value ?? 'no status'}`,
				},
			];
}

function problemsOfDates({ dateType }: Body): Problem[] {
	return dateTypes.flatMap((name) => {
		const sent = dateType?.[name];
		if (!sent) return [];
		const ends = ['customStartDate', 'customEndDate'] as const;
		const wrong = ends.filter((end) => readDay(sent[end]) === undefined);
		if (wrong.length > 0) {
			return wrong.map((end) => ({
				field: `dateType.${name}.${end}`,
				value: sent[end] ?? '',
				message: 'input date format error expected format is - MM/dd/yyyy',
			}));
		}
		const [first = 0, last = 0] = ends.map((end) => readDay(sent[end]));
		return first > last
			? [{ field: `dateType.${name}`, message: 'The start date is after the end date' }]
			: [];
	});
}

function hasStatus(renewal: Renewal, { status }: Body, now: number): boolean {
	const { value, subStatus } = status?.OpporutinyStatus ?? {};
	if (value !== undefined && (value === 'Open') !== isOpen(renewal, now)) return false;
	return subStatus === undefined || subStatus === 'All' || statusOf(renewal, now) === subStatus;
}

function isInSpans(renewal: Renewal, { dateType }: Body): boolean {
	return dateTypes.every((name) => {
		const sent = dateType?.[name];
		if (!sent) return true;
		const first = readDay(sent.customStartDate);
		const last = readDay(sent.customEndDate);
		const time = dates[name](renewal);
		return (
			first !== undefined &&
			last !== undefined &&
			time !== undefined &&
			first <= time &&
			time < last + 86_400_000
		);
	});
}

function record(renewal: Renewal, now: number) {
	const quote = quoteNumberOf(renewal, now);
	const link = (topic: string, href: string) => ({ topic, href, type: 'Get' });
	return {
		renewalId: renewal.renewalId,
		customerOrderNumber: renewal.customerOrderNumber,
		referenceNumber: quote,
		endUser: renewal.endUser,
		vendor: renewal.vendorName,
		expirationDate: dayTime(renewal.expiresAt),
		renewalValue: valueOf(renewal),
		status: statusOf(renewal, now),
		links: [
			link('renewals', `/resellers/v6/renewals/${renewal.renewalId}`),
			...(quote === '' ? [] : [link('quotedetails', `/resellers/v6/quotes/${quote}`)]),
		],
	};
}

/** What a renewal costs. */
export function valueOf({ lines }: Renewal): number {
	const sum = lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
	return Math.round(sum * 100) / 100;
}
