import {
	renewalDetailsOutput,
	renewalSearchOutput,
} from '../../../../nodes/shared/xi/renewalOutput.ts';
import { expectTidy } from '../../support.mts';

it.each([
	['of the search', renewalSearchOutput, [{}]],
	['of the details', renewalDetailsOutput, [{}, { product: {} }, { productCount: 0 }]],
])('the output %s has at most ten simplified fields and no name twice', (_, output, kinds) => {
	expectTidy(output, kinds);
});
