/**
 * The word forms of an index and the stems they are filed under.
 *
 * @module
 */
import { withRoom } from "./growable.ts";
import type { PartReader, PartWriter } from "./snapshot_parts.ts";

/** Word forms and stems, numbered from 0 in order of first sight. */
export class Lexicon {
  readonly #forms: string[] = [];
  readonly #stems: string[] = [];
  readonly #formIds = new Map<string, number>();
  readonly #stemIds = new Map<string, number>();
  #stemOfForm: Uint32Array = new Uint32Array(64);
  #documentsOfForm: Uint32Array = new Uint32Array(64);
  #documentsOfStem: Uint32Array = new Uint32Array(64);
  #characters = 0;
  #liveForms = 0;
  #version = 0;

  /** A number that changes with any count. */
  get version(): number {
    return this.#version;
  }

  /** How many word forms were ever seen. */
  get formCount(): number {
    return this.#forms.length;
  }

  /** How many stems were ever seen. */
  get stemCount(): number {
    return this.#stems.length;
  }

  /** How many word forms some document has. */
  get liveFormCount(): number {
    return this.#liveForms;
  }

  /** Estimate of the memory held, in bytes. */
  get memoryBytes(): number {
    return this.#characters + 72 * (this.#forms.length + this.#stems.length) +
      this.#stemOfForm.byteLength + this.#documentsOfForm.byteLength +
      this.#documentsOfStem.byteLength;
  }

  /** Number of a word form, which is taken in when new. */
  intern(form: string, stem: string): number {
    const known = this.#formIds.get(form);
    if (known !== undefined) return known;
    const id = this.#forms.push(form) - 1;
    this.#formIds.set(form, id);
    this.#stemOfForm = withRoom(this.#stemOfForm, id + 1);
    this.#documentsOfForm = withRoom(this.#documentsOfForm, id + 1);
    this.#stemOfForm[id] = this.#internStem(stem);
    this.#characters += form.length;
    return id;
  }

  #internStem(stem: string): number {
    const known = this.#stemIds.get(stem);
    if (known !== undefined) return known;
    const id = this.#stems.push(stem) - 1;
    this.#stemIds.set(stem, id);
    this.#documentsOfStem = withRoom(this.#documentsOfStem, id + 1);
    this.#characters += stem.length;
    return id;
  }

  /** Adds everything to a snapshot. */
  write(parts: PartWriter): void {
    parts.addJson([this.#forms, this.#stems]);
    parts.add(this.#stemOfForm.slice(0, this.#forms.length));
    parts.add(this.#documentsOfForm.slice(0, this.#forms.length));
    parts.add(this.#documentsOfStem.slice(0, this.#stems.length));
  }

  /** Takes everything from a snapshot; the lexicon must be empty. */
  read(parts: PartReader): void {
    const [forms, stems] = parts.nextJson() as [string[], string[]];
    this.#stemOfForm = parts.nextUint32();
    this.#documentsOfForm = parts.nextUint32();
    this.#documentsOfStem = parts.nextUint32();
    for (const [id, form] of forms.entries()) {
      this.#forms.push(form);
      this.#formIds.set(form, id);
      this.#characters += form.length;
      if (this.documentsOfForm(id) > 0) this.#liveForms++;
    }
    for (const [id, stem] of stems.entries()) {
      this.#stems.push(stem);
      this.#stemIds.set(stem, id);
      this.#characters += stem.length;
    }
  }

  /** The word form of a number. */
  formAt(id: number): string {
    return this.#forms[id] ?? "";
  }

  /** The stem of a number. */
  stemAt(id: number): string {
    return this.#stems[id] ?? "";
  }

  /** The stem numbers of all word forms, by number of the form. */
  get stemsOfForms(): Uint32Array {
    return this.#stemOfForm;
  }

  /** The stem number of a word form's number. */
  stemIdOf(formId: number): number {
    return this.#stemOfForm[formId] ?? 0;
  }

  /** Number of a word form that some document has, else undefined. */
  liveForm(form: string): number | undefined {
    const id = this.#formIds.get(form);
    return id !== undefined && this.documentsOfForm(id) > 0 ? id : undefined;
  }

  /** Number of a stem that some document has, else undefined. */
  liveStem(stem: string): number | undefined {
    const id = this.#stemIds.get(stem);
    return id !== undefined && this.documentsOfStem(id) > 0 ? id : undefined;
  }

  /** How many documents have a word form. */
  documentsOfForm(formId: number): number {
    return this.#documentsOfForm[formId] ?? 0;
  }

  /** How many documents have a stem. */
  documentsOfStem(stemId: number): number {
    return this.#documentsOfStem[stemId] ?? 0;
  }

  /** Counts a document more (+1) or less (-1) for a word form. */
  countForm(formId: number, change: 1 | -1): void {
    const before = this.documentsOfForm(formId);
    this.#documentsOfForm[formId] = before + change;
    this.#version++;
    if (before === 0) this.#liveForms++;
    else if (before + change === 0) this.#liveForms--;
  }

  /** Counts a document more (+1) or less (-1) for a stem. */
  countStem(stemId: number, change: 1 | -1): void {
    this.#documentsOfStem[stemId] = this.documentsOfStem(stemId) + change;
    this.#version++;
  }
}
