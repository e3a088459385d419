import { countIn, isLastPage } from './lastPage';
import type { Paging, Steps } from './operation';
import { errorsOf } from './transport/refusalIn';
import type { XiRequest } from './transport/request';
import { UnexpectedAnswer } from './unexpectedAnswer';
import { unseen } from './unseen';
import { unwrapped } from './unwrapped';

/** What is looked for has a handful of records; a search that never ends must not keep a write waiting. */
const MOST_PAGES_OF_A_LOOK = 20;

/**
 * All that a search gives, page after page, as reads that belong to a write. A record that comes twice
 * is one.
 *
 * @param request the search without its page
 * @param paging how this search takes a page
 * @param read the records of one answer, and XI's count of all
 * @throws UnexpectedAnswer for a list that is not shown to its end: what it does not show may be there
 */
export function* allPages<Row, Answer>(
	request: XiRequest,
	paging: Paging,
	read: (answer: Answer) => { rows: readonly Row[]; recordsFound?: unknown },
): Steps<Row[]> {
	const found: Row[] = [];
	const isNew = unseen();
	for (let page = 1; page <= MOST_PAGES_OF_A_LOOK; page++) {
		const answer = (yield {
			...request,
			query: { ...request.query, [paging.number]: page, [paging.size]: paging.maxSize },
		}) as Answer | undefined;
		if (answer === undefined) return found;
		// What is listed beside an error may not be all that there is.
		if (errorsOf(unwrapped<unknown>(answer)).length > 0) {
			throw new UnexpectedAnswer('list without errors');
		}
		const { rows, recordsFound } = read(answer);
		found.push(...rows.filter(isNew));
		const counted = countIn(recordsFound) ?? 0;
		if (found.length === 0 && counted > 0) {
			throw new UnexpectedAnswer(`results, though it counts ${counted}`);
		}
		if (isLastPage(rows.length, recordsFound, page, paging.maxSize)) return found;
	}
	throw new UnexpectedAnswer(`end after ${MOST_PAGES_OF_A_LOOK} pages of results`);
}
