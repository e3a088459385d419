import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import type { Figure } from './figures.mts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const BARS = [
	{ by: 'this package', color: '#ff6d5a' },
	{ by: 'HTTP Request node', color: '#8a94a6' },
	{ by: 'HTTP Request in a loop', color: '#5b6478' },
	{ by: 'bare axios', color: '#c7cdd8' },
];

/** The part of echarts that is used here; its own types want a browser's. */
interface Echarts {
	init(
		place: null,
		theme: null,
		settings: { renderer: 'svg'; ssr: true; width: number; height: number },
	): { setOption(option: object): void; renderToSVGString(): string; dispose(): void };
}

/** The drawing library, installed by its own lock file at first use: nothing else here needs it. */
function echarts(): Echarts {
	if (!existsSync(`${folder}node_modules/echarts`)) {
		execFileSync('npm', ['ci', '--silent'], { cwd: folder, stdio: 'inherit' });
	}
	return createRequire(`${folder}package.json`)('echarts') as Echarts;
}

const shown = ({ seconds = 0, results }: Figure): string => {
	const lost = results && results[0] < results[1] ? `, ${results[1] - results[0]} lost` : '';
	return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s${lost}`;
};

/** How long each job takes each contestant, as bars, in an SVG of its own. */
export function chart(figures: readonly Figure[]): string {
	const timed = figures.filter(
		({ seconds, calls }) => seconds !== undefined && calls !== undefined,
	);
	const jobs = [...new Set(timed.map(({ job }) => job))];
	const drawing = echarts().init(null, null, {
		renderer: 'svg',
		ssr: true,
		width: 900,
		height: 126 + jobs.length * 78,
	});
	drawing.setOption({
		backgroundColor: '#ffffff',
		animation: false,
		title: { text: 'Seconds for the same job, on a logarithmic scale', left: 16, top: 12 },
		legend: { top: 40, left: 12 },
		grid: { left: 16, right: 120, top: 76, bottom: 16, containLabel: true },
		xAxis: { type: 'log', min: 0.1, startValue: 0.1, axisLabel: { formatter: '{value} s' } },
		yAxis: { type: 'category', data: jobs, inverse: true, axisTick: { show: false } },
		series: BARS.map(({ by, color }) => ({
			name: by,
			type: 'bar',
			itemStyle: { color },
			barGap: '10%',
			data: jobs.map((job) => {
				const one = timed.find((figure) => figure.job === job && figure.by === by);
				return one
					? {
							value: Math.max(one.seconds ?? 0, 0.1),
							label: { show: true, position: 'right', formatter: shown(one) },
						}
					: null;
			}),
		})),
	});
	const svg = drawing.renderToSVGString();
	drawing.dispose();
	return svg;
}
