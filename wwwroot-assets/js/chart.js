// Draws figures of Components/Charts/PlotlyChart.cs. Loaded at the first chart of a page, because the library is larger than all else.
// Colours are names of tokens, looked up when drawing: a change of theme draws again.
import Plotly from 'plotly.js-basic-dist-min';

const drawn = new Map();
// Of the library's services on other hosts none is used; without addresses none can be.
const config = { plotlyServerURL: '', topojsonURL: '', displayModeBar: false, responsive: true, scrollZoom: false, doubleClick: false };
const symbols = { circle: { size: 6, opacity: 0.75 }, cross: { size: 8, symbol: 'x' } };
const dashes = { solid: 'solid', dotted: 'dot', dashed: '4px,3px' };

// The library takes some markup in texts; names in telemetry are strangers' words and must stay text.
const plain = text => String(text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// Positions in time are wall-clock milliseconds as if they were UTC. The library would move numbers into the browser's zone; it leaves texts alone.
const placed = axis => axis.isTime ? at => new Date(at).toISOString().slice(0, -1) : at => at;
const position = place => typeof place === 'number' ? place : Date.parse(`${place.length > 10 ? place.replace(' ', 'T') : `${place}T00:00`}Z`);

function palette() {
  const style = getComputedStyle(document.documentElement);
  return name => style.getPropertyValue(name).trim();
}

function trace(source, place, colour) {
  const common = {
    name: plain(source.name), x: source.x.map(place), y: source.y, text: source.text.map(plain), hovertemplate: '%{text}<extra></extra>',
    yaxis: source.isVolume ? 'y2' : 'y', textposition: 'none', opacity: source.isFaint ? 0.45 : 1,
  };
  const colours = source.colors.length > 1 ? source.colors.map(colour) : colour(source.colors[0]);
  if (source.kind === 'bars') return { ...common, type: 'bar', marker: { color: colours } };
  if (source.kind === 'points') return { ...common, type: 'scatter', mode: 'markers', marker: { color: colours, ...symbols[source.symbol] } };
  return {
    ...common, type: 'scatter', mode: 'lines', connectgaps: false,
    line: { color: colours, width: source.isFaint ? 1.25 : 2, dash: dashes[source.dash] },
  };
}

function shapes(figure, colour) {
  const wide = { xref: 'paper', x0: 0, x1: 1, yref: 'y', layer: 'below' };
  const bands = figure.bands.map(band => ({ ...wide, type: 'rect', y0: band.from, y1: band.to, fillcolor: colour(band.color), line: { width: 0 } }));
  const levels = figure.levels.map(level => ({ ...wide, type: 'line', y0: level.at, y1: level.at, line: { color: colour(level.color), width: 1, dash: '4px,3px' } }));
  const place = placed(figure.x);
  const marks = figure.marks.map(mark => ({
    type: 'line', xref: 'x', x0: place(mark.at), x1: place(mark.at), yref: 'paper', y0: 0, y1: 1, line: { color: colour(mark.color), width: 1, dash: '4px,3px' },
  }));
  return [...bands, ...levels, ...marks];
}

function annotations(figure, colour, height) {
  const font = { size: 11 };
  const levels = figure.levels.map(level => ({
    xref: 'paper', x: 1, xanchor: 'left', xshift: 6, yref: 'y', y: level.at, yanchor: 'middle', showarrow: false, text: plain(level.label), font: { ...font, color: colour(level.color) },
  }));
  const ends = figure.traces.filter(source => source.endLabel && source.y.some(value => value !== null)).map(source => ({
    xref: 'paper', x: 1, xanchor: 'left', xshift: 6, yref: source.isVolume ? 'y2' : 'y', y: source.y.findLast(value => value !== null), yanchor: 'middle', showarrow: false,
    text: plain(source.endLabel), font: { ...font, color: colour(source.isFaint || source.isVolume ? '--ch-axis' : source.colors[0]) },
  }));
  const place = placed(figure.x);
  const marks = figure.marks.map((mark, index) => ({
    xref: 'x', x: place(mark.at), xanchor: 'left', yref: 'paper', y: 1, yanchor: 'bottom', yshift: index % 2 === 0 ? 0 : 16, showarrow: false,
    text: plain(mark.label), font: { ...font, color: colour('--c-surface') }, bgcolor: colour(mark.color), borderpad: 2,
  }));
  return [...apart(levels.concat(ends), figure.y, height), ...marks];
}

// Labels at the right edge that would lie on each other are moved down; the order from top to bottom stays.
function apart(labels, axis, height) {
  const pixels = (height - 74) * 0.84 / (axis.to - axis.from);
  let lowest = Infinity;
  return labels.toSorted((one, other) => (one.yref === 'y2') - (other.yref === 'y2') || other.y - one.y).map(label => {
    if (label.yref === 'y2') return label;
    const wanted = label.y * pixels;
    lowest = Math.min(wanted, lowest - 13);
    return { ...label, yshift: lowest - wanted };
  });
}

function layout(figure, colour, height) {
  const hasVolume = figure.traces.some(source => source.isVolume);
  const axis = { gridcolor: colour('--ch-grid'), zeroline: false, showline: false, ticks: '' };
  return {
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', showlegend: false, bargap: 0.12, separators: '. ',
    font: { family: getComputedStyle(document.body).fontFamily, size: 11, color: colour('--ch-axis') },
    margin: { l: 44, r: figure.rightMargin, t: figure.marks.length > 0 ? 38 : 14, b: figure.x.isTime ? 36 : 24 },
    hovermode: figure.traces.some(source => source.kind === 'points') ? 'closest' : 'x unified', dragmode: figure.x.canZoom ? 'zoom' : false,
    hoverlabel: { bgcolor: colour('--c-surface'), bordercolor: colour('--c-border-strong'), font: { color: colour('--c-text') } },
    xaxis: { ...axis, ...horizontal(figure.x), showgrid: false, anchor: hasVolume ? 'y2' : 'y', fixedrange: !figure.x.canZoom },
    yaxis: { ...axis, ...vertical(figure.y), fixedrange: true, domain: hasVolume ? [0.16, 1] : [0, 1] },
    yaxis2: { ...axis, fixedrange: true, domain: [0, 0.12], showticklabels: false, showgrid: false, rangemode: 'tozero' },
    shapes: shapes(figure, colour), annotations: annotations(figure, colour, height),
  };
}

function horizontal(axis) {
  if (axis.isTime) return { type: 'date', range: [axis.from, axis.to].map(placed(axis)), hoverformat: axis.hoverFormat, tickformatstops: [{ dtickrange: [null, 86_400_000 - 1], value: '%H:%M\n%-d %b' }, { dtickrange: [86_400_000, null], value: '%-d %b' }], nticks: 8 };
  return { type: 'linear', range: [axis.from, axis.to], tickmode: 'array', tickvals: axis.ticks.map(tick => tick.at), ticktext: axis.ticks.map(tick => plain(tick.label)) };
}

function vertical(axis) {
  return { range: [axis.from, axis.to], tickmode: 'array', tickvals: axis.ticks.map(tick => tick.at), ticktext: axis.ticks.map(tick => plain(tick.label)) };
}

async function paint(element) {
  const { figure } = drawn.get(element);
  const colour = palette();
  await Plotly.react(element, figure.traces.map(source => trace(source, placed(figure.x), colour)), layout(figure, colour, element.clientHeight), config);
}

export async function draw(element, figure, component) {
  if (!element?.isConnected) return true;
  const known = drawn.get(element);
  drawn.set(element, { figure });
  await paint(element);
  if (known) return true;
  element.on('plotly_click', event => component.invokeMethodAsync('PointClicked', event.points[0].curveNumber, event.points[0].pointNumber));
  element.on('plotly_relayout', change => {
    const [from, to] = [change['xaxis.range[0]'], change['xaxis.range[1]']];
    if (from === undefined || to === undefined) return;
    component.invokeMethodAsync('RangeBrushed', position(from), position(to));
  });
  return true;
}

export function dispose(element) {
  if (!drawn.delete(element)) return;
  Plotly.purge(element);
}

new MutationObserver(() => { for (const element of drawn.keys()) paint(element); })
  .observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
