// A trace as lists of numbers (see Api/WaterfallDocument.cs), and what can be worked out from them without drawing.
export const failed = 1, missing = 2, pageLoad = 4;
export const marks = [
  [8, 'id repeats'], [16, 'same id as the call'], [32, 'parents in a ring, cut here'], [64, 'ends before it starts'], [128, 'place concluded from path and time'],
];

export class Trace {
  constructor(answer) {
    Object.assign(this, answer);
    this.size = answer.key.length;
    this.depth = new Int32Array(this.size);
    this.descendants = new Int32Array(this.size);
    this.position = new Int32Array(this.size);
    this.siblings = new Map();
    answer.parent.forEach((parent, node) => {
      if (parent >= 0) this.depth[node] = this.depth[parent] + 1;
      this.position[node] = (this.siblings.get(parent) ?? 0) + 1;
      this.siblings.set(parent, this.position[node]);
    });
    for (let node = this.size - 1; node > 0; node--)
      if (answer.parent[node] >= 0) this.descendants[answer.parent[node]] += this.descendants[node] + 1;
    this.index = new Map(answer.key.map((key, node) => [key, node]));
    this.sections = new Map();
    for (let i = 0; i < answer.path.length; i += 3) {
      const [node, from, length] = answer.path.slice(i, i + 3);
      if (!this.sections.has(node)) this.sections.set(node, []);
      this.sections.get(node).push([from, from + length]);
    }
  }

  is(node, flag) { return (this.flags[node] & flag) !== 0; }
  nameOf(node) { return this.texts[this.name[node]]; }
  roleOf(node) { return this.texts[this.role[node]]; }
  serviceOf(node) { return this.services[this.service[node]]; }
  end(node) { return this.from[node] + this.length[node]; }

  // The nodes on show: below the focus, without what is folded away.
  rows(folded, focus) {
    const rows = [];
    const [first, last] = focus === null ? [0, this.size - 1] : [focus, focus + this.descendants[focus]];
    for (let node = first; node <= last; node++) {
      rows.push(node);
      if (folded.has(node)) node += this.descendants[node];
    }
    return rows;
  }

  *children(node) {
    for (let child = node + 1; child <= node + this.descendants[node]; child += this.descendants[child] + 1) yield child;
  }

  // Stretches in which no child ran.
  *selfTimes(node) {
    let at = this.from[node];
    for (const child of this.children(node)) {
      if (this.from[child] > at) yield [at, Math.min(this.from[child], this.end(node))];
      at = Math.max(at, this.end(child));
      if (at >= this.end(node)) return;
    }
    yield [at, this.end(node)];
  }

  matches(text) {
    const wanted = text.trim().toLowerCase();
    if (!wanted) return [];
    // Texts and services repeat: each is compared once.
    const texts = this.texts.map(one => one.toLowerCase().includes(wanted));
    const services = this.services.map(one => one.name.toLowerCase().includes(wanted));
    const found = [];
    for (let node = 0; node < this.size; node++)
      if (texts[this.name[node]] || texts[this.role[node]] || services[this.service[node]] || this.key[node].startsWith(wanted)) found.push(node);
    return found;
  }
}
