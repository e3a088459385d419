import type { Reads } from '../../../nodes/IngramMicroTrigger/readBack.ts';
import type { XiRequest } from '../../../nodes/shared/transport/request.ts';

/** Reads that get what a stand-in for Ingram Micro answers; undefined: it says that there is nothing. */
export function readsFrom(answerTo: (request: XiRequest) => unknown): Reads {
	const ask: Reads['ask'] = async (request, read) => {
		const answer = await Promise.resolve(answerTo(request));
		return answer === undefined ? undefined : read(answer as Parameters<typeof read>[0]);
	};
	return { ask, askOnce: ask };
}
