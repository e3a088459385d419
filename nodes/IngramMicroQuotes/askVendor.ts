import type { Ask } from '../shared/operation';
import type { XiRequest } from '../shared/transport/request';
import { listIn, UnexpectedAnswer } from '../shared/errors';
import {
	linesOf,
	problemOf,
	type Question,
	questionsOfInfo,
	questionsOfQuote,
	type QuoteLine,
	type RequiredInfo,
	twinsIn,
	type ValidatedQuote,
} from './vendorQuestions';
import { isRecord, isObject } from '../shared/records';
/** Which of XI's two calls says what vendors demand. */
export const NAMED_BY = ['auto', 'validateQuote', 'vendorRequiredInfo'] as const;
export type NamedBy = (typeof NAMED_BY)[number];

/** A product as vendor required information is asked for it. Mind `planID`. */
export interface ProductOfInfo {
	ingramPartNumber?: string;
	vendorPartNumber?: string;
	planID?: string;
}

/** XI documentation: "Validate Quote". */
export const validateRequest = (quoteNumber: string): XiRequest => ({
	method: 'GET',
	path: '/resellers/v6/q2o/validatequote',
	query: { quoteNumber },
});

/** A question, though it is a POST. XI documentation: "Vendor Required Info". */
export const infoRequest = (
	asked: { quoteNumber: string } | { products: ProductOfInfo[] },
): XiRequest => ({ method: 'POST', path: '/resellers/v7/vendorrequiredinfo', body: { ...asked } });

/** The quote in an answer of Validate Quote. Throws UnexpectedAnswer for anything else. */
export function validatedIn(answer: unknown): ValidatedQuote {
	if (!isRecord(answer)) throw new UnexpectedAnswer('validated quote');
	return answer as ValidatedQuote;
}

/** The entries in an answer of vendor required information; a single one may come as it is. */
export function infosIn(answer: unknown): RequiredInfo[] {
	if (!isObject(answer)) throw new UnexpectedAnswer('list of required information');
	return listIn([answer as RequiredInfo | RequiredInfo[]].flat(), 'list').filter(isObject);
}

/** What vendors ask of a quote, and the lines that XI names with it. */
export interface Asked {
	readonly questions: readonly Question[];
	readonly lines: readonly QuoteLine[];
	/** Why it is not known what vendors ask, or cannot be answered. */
	readonly problem?: string;
}

/** What XI says went wrong with vendor required information, though the call itself is a success. */
const problemIn = (quoteNumber: string, infos: readonly RequiredInfo[]): string | undefined => {
	const problems = infos.flatMap((info) => problemOf(info) ?? []);
	return problems.length === 0
		? undefined
		: `Ingram Micro does not say what vendors require for quote ${quoteNumber}: ${problems.join('; ')} (to go by Validate Quote alone, choose it in 'Vendor Fields Named By')`;
};

/** @param remedy another list that may tell the lines apart */
const twinProblem = (
	quoteNumber: string,
	questions: readonly Question[],
	remedy: string,
): string | undefined => {
	const twins = twinsIn(questions);
	return twins === undefined
		? undefined
		: `Quote ${quoteNumber} has two lines with the same number, and its vendor demands fields of them: ${twins} (${remedy})`;
};

const BY_PRODUCT =
	"Get Vendor Required Information in 'Vendor Fields Named By' may tell them apart";
const BY_HAND = 'order it on Ingram Micro’s website';

/** The lines of a validated quote, and what is asked of them. */
function demandsOfQuote(answer: unknown) {
	const quote = validatedIn(answer);
	return { lines: linesOf(quote), own: questionsOfQuote(quote) };
}

/**
 * Asks what vendors demand before a quote may be ordered. The quote is validated in any case. What
 * Validate Quote names and vendor required information too is asked once, so that it is sent once.
 *
 * @param namedBy auto: Validate Quote, and vendor required information where that names nothing;
 *   undefined: Validate Quote, since the call of the order has room for nothing else
 * @throws what the calls throw: XI refuses a quote that cannot be ordered
 */
export async function askQuote(
	ask: Ask,
	quoteNumber: string,
	namedBy: NamedBy | undefined,
): Promise<Asked> {
	const validated = await ask(validateRequest(quoteNumber), demandsOfQuote);
	if (validated === undefined) throw new UnexpectedAnswer('validated quote');
	const { lines, own } = validated;
	if (namedBy !== 'vendorRequiredInfo' && (namedBy !== 'auto' || own.length > 0)) {
		const remedy = namedBy === undefined ? BY_HAND : BY_PRODUCT;
		return { questions: own, lines, problem: twinProblem(quoteNumber, own, remedy) };
	}
	const required = await ask(infoRequest({ quoteNumber }), (answer: unknown) => {
		const infos = infosIn(answer);
		return { questions: questionsOfInfo(infos), said: problemIn(quoteNumber, infos) };
	});
	if (required === undefined) throw new UnexpectedAnswer('list of required information');
	const { questions, said } = required;
	const names = new Set(questions.map(({ name }) => name.toLowerCase()));
	const others = own.filter(({ name }) => !names.has(name.toLowerCase()));
	const problem = said ?? twinProblem(quoteNumber, others, BY_HAND);
	return { questions: [...questions, ...others], lines, problem };
}
