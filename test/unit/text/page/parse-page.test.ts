import { elementsOf, textOf } from '../../../../shared/text/page/element.ts';
import { parsePage } from '../../../../shared/text/page/parse-page.ts';

/** The tree as nested names with their own text: "p(one b(two))". */
function shapeOf(html: string): string {
  const shape = (node: ReturnType<typeof parsePage> | string): string =>
    typeof node === 'string' ? node : `${node.name}(${node.children.map(shape).join(' ')})`;
  return parsePage(html).children.map(shape).join(' ');
}

test.each([
  ['paragraphs whose end tags are left out', '<p>one<p>two', 'p(one) p(two)'],
  ['a block that ends a paragraph', '<p>one<div>two</div>', 'p(one) div(two)'],
  ['items and terms whose end tags are left out', '<ul><li>a<li>b</ul>', 'ul(li(a) li(b))'],
  ['a list within an item', '<ul><li>a<ul><li>b</ul><li>c</ul>', 'ul(li(a ul(li(b))) li(c))'],
  [
    'rows and cells whose end tags are left out',
    '<table><tr><td>a<td>b<tr><td>c</table>',
    'table(tr(td(a) td(b)) tr(td(c)))',
  ],
  ['a head that is never closed', '<head><title>t</title><p>a', 'head(title(t)) p(a)'],
  ['a link that is never closed', '<a>one<p>two</p><a>three', 'a(one p(two)) a(three)'],
  ['end tags of what was never opened', '</div></b><p>a</i></p>b', 'p(a) b'],
  ['an end tag that ends what is still open in it', '<div><b>a</div>b', 'div(b(a)) b'],
  ['void elements', 'a<br>b<img>c', 'a br() b img() c'],
  ['styles and drawings', '<style>p{}</style><svg><text>x</text></svg>a', 'a'],
  ['comments', 'a<!-- <p>b -->c', 'ac'],
  ['a script that is never closed', '<p>a</p><script>if (a<b) "</p>"', 'p(a) script(if (a<b) "</p>")'],
])('a page with %s is read as browsers read it', (_what, html, shape) => {
  expect(shapeOf(html)).toBe(shape);
});

test('entities are decoded by their names, numbers and Windows numbers, in text and attributes', () => {
  const page = parsePage(
    '<p title="&Scaron;&quot;">8&ensp;May&hairsp;1949, don&#146;t, &Zcaron;i&#382;ka &bogus; &amp</p>',
  );
  const [, paragraph] = [...elementsOf(page)];
  expect(paragraph && textOf(paragraph)).toBe('8 May 1949, don’t, Žižka &bogus; &');
  expect(paragraph?.attributes.get('title')).toBe('Š"');
});

test('soft hyphens, zero-width spaces and NUL do not part words', () => {
  expect(textOf(parsePage('<p>8 Sep&shy;tem\u00adber\u200b 19\u000049</p>'))).toBe('8 September 1949');
});

test('elements nested beyond any page become siblings, and nothing of their text is lost', () => {
  const page = parsePage(`${'<div>'.repeat(5000)}deep<p>est`);
  expect(textOf(page)).toBe('deep est');
});
