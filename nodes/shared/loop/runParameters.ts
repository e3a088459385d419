import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isObject, isRecord } from '../records';
import { isTool } from './forAgents';
import { plainAt, type Reference, referenceIn } from './references';

/** What parameters are read from. Without a time zone, days are read as they are written. */
export interface ParameterSource {
	/** As n8n's own: the value of a parameter for an input item, or as it is stored. */
	getNodeParameter(
		name: string,
		item: number,
		fallback?: unknown,
		options?: { rawExpressions?: boolean },
	): unknown;
	getTimezone?(): string;
	/** Whether a model fills parameters in, which leaves empty what it does not want. */
	isTool?(): boolean;
	/** What a parameter reads as; read once where that is the same for all items of a run. */
	once?<Read extends { isMadeUp: boolean }>(name: string, read: () => Read): Read;
}

type Context = Pick<
	IExecuteFunctions,
	'getInputData' | 'getNode' | 'getNodeParameter' | 'getTimezone'
>;

/** What a parameter, or a part of one, is made of. */
type Part =
	/** No expression: the same for all items. */
	| { readonly kind: 'fixed' }
	| { readonly kind: 'reference'; readonly at: string; readonly reference: Reference }
	/** An expression that n8n has to evaluate, by itself where it does not look at what is beside it. */
	| { readonly kind: 'other'; readonly at: string; readonly alone: boolean }
	| { readonly kind: 'list'; readonly parts: readonly Part[] }
	| { readonly kind: 'object'; readonly parts: ReadonlyArray<readonly [string, Part]> };

const FIXED: Part = { kind: 'fixed' };
const isFixed = ({ kind }: Part): boolean => kind === 'fixed';

/** Names that can stand in the path of a parameter: n8n takes a path apart at its dots. */
const PATH_NAME = /^\w+$/;
/** Expressions that may look at the parameters beside them. */
const LOOKS_BESIDE = /parameter|\$self/i;

/** Takes a stored parameter apart. `at` is its path, as n8n's reading takes it. */
function partOf(stored: unknown, at: string): Part {
	if (typeof stored === 'string') {
		if (!stored.startsWith('=')) return FIXED;
		const reference = referenceIn(stored);
		if (reference) return { kind: 'reference', at, reference };
		return { kind: 'other', at, alone: !LOOKS_BESIDE.test(stored) };
	}
	if (Array.isArray(stored)) {
		const parts = stored.map((entry, position) => partOf(entry, `${at}.${position}`));
		return parts.every(isFixed) ? FIXED : { kind: 'list', parts };
	}
	if (!isRecord(stored)) return FIXED;
	const parts = Object.entries(stored).map(
		([name, entry]) => [name, partOf(entry, `${at}.${name}`)] as const,
	);
	if (parts.every(([, part]) => isFixed(part))) return FIXED;
	const isWhole = 'mappingMode' in stored || !parts.every(([name]) => PATH_NAME.test(name));
	// A resource mapper's fields belong together, and have names of every kind.
	return isWhole ? { kind: 'other', at, alone: false } : { kind: 'object', parts };
}

const hasReference = (part: Part): boolean => {
	if (part.kind === 'reference') return true;
	if (part.kind === 'list') return part.parts.some(hasReference);
	return part.kind === 'object' && part.parts.some(([, inner]) => hasReference(inner));
};

/** One parameter as it is stored, and the value that n8n gave for an item, which its fixed parts are taken from. */
interface Plan {
	readonly part: Part;
	readonly hasReference: boolean;
	given?: { readonly value: unknown };
}

/** Stands for what cannot be told from the item: n8n has to give the whole parameter. */
const UNKNOWN = Symbol('unknown');
/** Stands for a parameter that is not stored. */
const MISSING = Symbol('missing');

/**
 * The parameters of a node for the items of one run. n8n evaluates each expression for each item in a
 * place of its own, which takes most of the time of a large run. So what is the same for all items is
 * read once, and a plain reference is read from the item it points to, after n8n has shown once that
 * it finds the same there. All else is n8n's, as ever.
 *
 * No locator of these nodes has an extraction, and n8n applies none that is not asked for.
 */
class RunParameters implements ParameterSource {
	private readonly items: readonly INodeExecutionData[];
	private readonly plans = new Map<string, Plan>();
	/** By the text of a reference, whether n8n finds what stands in the item. */
	private readonly shown = new Map<string, boolean>();
	/** By name, what fixed parameters read as. */
	private readonly readOnce = new Map<string, unknown>();
	/** The paths of expressions that are no plain values by themselves. */
	private readonly notAlone = new Set<string>();
	/** What was read for the item at hand, which is looked at more than once. */
	private current: { item: number; values: Map<string, unknown> } = { item: -1, values: new Map() };

	constructor(private readonly context: Context) {
		this.items = context.getInputData();
	}

	isTool(): boolean {
		return isTool(this.context.getNode());
	}

	getTimezone(): string {
		return this.context.getTimezone();
	}

	getNodeParameter(
		name: string,
		item: number,
		fallback: unknown = null,
		options: { rawExpressions?: boolean } = {},
	): unknown {
		if (options.rawExpressions) {
			return this.context.getNodeParameter(name, item, fallback, { rawExpressions: true });
		}
		if (this.current.item !== item) this.current = { item, values: new Map() };
		const { values } = this.current;
		if (values.has(name)) return values.get(name);
		const value = this.read(name, item, fallback);
		if (this.plans.has(name)) values.set(name, value);
		return value;
	}

	once<Read extends { isMadeUp: boolean }>(name: string, read: () => Read): Read {
		const part = this.plans.get(name)?.part;
		if (!part || !isFixed(part)) return read();
		if (this.readOnce.has(name)) return this.readOnce.get(name) as Read;
		const fresh = read();
		// What was made up for one item, an ID for example, is no other's.
		if (!fresh.isMadeUp) this.readOnce.set(name, fresh);
		return fresh;
	}

	private read(name: string, item: number, fallback: unknown): unknown {
		const plan = this.planOf(name, item);
		if (plan === undefined) return this.context.getNodeParameter(name, item, fallback);
		if (plan.given && isFixed(plan.part)) return plan.given.value;
		if (plan.given && plan.hasReference) {
			const value = this.composed(plan.part, plan.given.value, item);
			if (value !== UNKNOWN) return value;
		}
		const value: unknown = this.context.getNodeParameter(name, item, fallback);
		this.compare(plan.part, value, item);
		plan.given ??= { value };
		return value;
	}

	/** Undefined for a parameter that is not stored: its value is what each reader falls back on. */
	private planOf(name: string, item: number): Plan | undefined {
		const known = this.plans.get(name);
		if (known) return known;
		const stored: unknown = this.context.getNodeParameter(name, item, MISSING, {
			rawExpressions: true,
		});
		if (stored === MISSING) return undefined;
		const part = partOf(stored, name);
		const plan = { part, hasReference: hasReference(part) };
		this.plans.set(name, plan);
		return plan;
	}

	/** Notes for each reference whether n8n, which gave `value` for it, found what stands in the item. */
	private compare(part: Part, value: unknown, item: number): void {
		if (part.kind === 'reference') {
			const { expression } = part.reference;
			const found = plainAt(this.items[item]?.json, part.reference);
			if (!found || this.shown.get(expression) === false) return;
			this.shown.set(expression, Object.is(found.value, value));
		} else if (part.kind === 'list' && Array.isArray(value)) {
			part.parts.forEach((inner, position) => this.compare(inner, value[position], item));
		} else if (part.kind === 'object' && isRecord(value)) {
			for (const [name, inner] of part.parts) this.compare(inner, value[name], item);
		}
	}

	/** A part for an item: its fixed parts from a value that n8n gave, what can be told, and the rest from n8n. */
	private composed(part: Part, given: unknown, item: number): unknown {
		switch (part.kind) {
			case 'fixed':
				return given;
			case 'reference': {
				const found = plainAt(this.items[item]?.json, part.reference);
				if (!found) return this.alone(part.at, item);
				return this.shown.get(part.reference.expression) ? found.value : UNKNOWN;
			}
			case 'other':
				return part.alone ? this.alone(part.at, item) : UNKNOWN;
			case 'list': {
				if (!Array.isArray(given)) return UNKNOWN;
				const values = part.parts.map((inner, at) => this.composed(inner, given[at], item));
				return values.includes(UNKNOWN) ? UNKNOWN : values;
			}
			case 'object':
				return isRecord(given) ? this.object(part.parts, given, item) : UNKNOWN;
		}
	}

	private object(
		parts: ReadonlyArray<readonly [string, Part]>,
		given: Readonly<Record<string, unknown>>,
		item: number,
	): unknown {
		const values: Record<string, unknown> = {};
		for (const [name, inner] of parts) {
			const value = this.composed(inner, given[name], item);
			if (value === UNKNOWN) return UNKNOWN;
			values[name] = value;
		}
		return values;
	}

	/**
	 * One expression inside a parameter, evaluated without the others. What is no plain value is another
	 * thing inside of a parameter than by itself, and an error names the parameter; so both are left to
	 * the reading of the whole.
	 */
	private alone(at: string, item: number): unknown {
		// The whole of a parameter is read once, and not tried before.
		if (this.plans.has(at) || this.notAlone.has(at)) return UNKNOWN;
		try {
			const value: unknown = this.context.getNodeParameter(at, item, null);
			if (!isObject(value)) return value;
		} catch {
			// Read with the whole, it is thrown again, as an error of the parameter.
		}
		this.notAlone.add(at);
		return UNKNOWN;
	}
}

/** Where a run's parameters are read from. The model of an agent fills in a tool's, which n8n alone knows. */
export const parametersFor = (context: Context): ParameterSource =>
	isTool(context.getNode()) ? context : new RunParameters(context);
