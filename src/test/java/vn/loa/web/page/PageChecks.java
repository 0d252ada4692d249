package vn.loa.web.page;

/** Checks of a page that run inside the browser; each returns what is wrong. */
final class PageChecks {
    /** Fields and buttons without a name for whoever does not see them, and pictures without a description. */
    static final String UNLABELLED = """
            const wrong = [];
            for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
              if (!(field.labels && field.labels.length && field.labels[0].innerText.trim()) && !field.ariaLabel) {
                wrong.push(field.outerHTML);
              }
            }
            for (const button of document.querySelectorAll('button, a')) {
              if (!button.innerText.trim() && !button.ariaLabel) wrong.push(button.outerHTML);
            }
            for (const picture of document.querySelectorAll('img, svg')) {
              if (!picture.getAttribute('alt') && !picture.getAttribute('aria-label')) wrong.push(picture.outerHTML);
            }
            return wrong;
            """;

    /** Texts whose contrast with what is behind them is under 4.5 (WCAG 2.2, 1.4.3), by the colours as computed. */
    static final String FAINT = """
            const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
            const light = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
            const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
            const behind = element => {
              for (let at = element; at; at = at.parentElement) {
                const color = rgb(getComputedStyle(at).backgroundColor);
                if (color.length === 3 || color[3] === 1) return color;
              }
              return [255, 255, 255];
            };
            const wrong = [];
            for (const element of document.querySelectorAll('body *')) {
              const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
              if (!own || !element.getClientRects().length || element.tagName.toLowerCase() === 'title') continue;
              const style = getComputedStyle(element);
              const svg = element.namespaceURI.endsWith('svg');
              const one = luminance(rgb(svg ? style.fill : style.color)), other = luminance(behind(element));
              const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
              if (contrast < 4.5) wrong.push(contrast.toFixed(2) + ' ' + element.outerHTML.slice(0, 200));
            }
            return wrong;
            """;

    private PageChecks() {}
}
