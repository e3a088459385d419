import { BadInput } from '../badInput';
import { endpointOf, type XiRequest } from './request';

/**
 * The full URL of a call. Path values are trimmed and encoded; an empty one, or one that would step
 * to another path ("." and ".."), throws BadInput: no value may turn a call into another call.
 */
export function urlOf(baseUrl: string, request: XiRequest): string {
	const path = request.path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = request.pathValues?.[name]?.trim() ?? '';
		// Half of a character pair cannot be encoded.
		if (/^\.{0,2}$|\p{Surrogate}/u.test(value)) {
			throw new BadInput(
				`"${value}" cannot be used as ${name} in ${endpointOf(request)}`,
				'Give the number as Ingram Micro shows it',
			);
		}
		return encodeURIComponent(value);
	});
	return baseUrl.replace(/\/+$/, '') + path;
}
