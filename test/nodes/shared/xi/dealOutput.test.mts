import { dealDetailsOutput, dealSearchOutput } from '../../../../nodes/shared/xi/dealOutput.ts';
import { expectTidy } from '../../support.mts';

it.each([
	['of the search', dealSearchOutput, [{}]],
	['of the details', dealDetailsOutput, [{}, { product: {} }, { productCount: 0 }]],
])('the output %s has at most ten simplified fields and no name twice', (_, output, kinds) => {
	expectTidy(output, kinds);
});
