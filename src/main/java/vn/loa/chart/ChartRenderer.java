package vn.loa.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws charts, one below the other, into one image. */
public final class ChartRenderer {
    private static final String FONT = "/fonts/DejaVuSans.ttf";
    /** Pixels; a phone shows it whole. */
    private static final int WIDTH = 1000;

    private static final int STANDING = 460;
    private static final int FRAME = 150;
    private static final int GROUP = 72;
    /** Blue, green, red: told apart also by those who see colours differently, for their brightness differs. */
    private static final Color[] COLOURS = {new Color(0x1F5FA8), new Color(0x3DAA6D), new Color(0xD1453B)};

    private final Font font;

    private ChartRenderer(Font font) {
        this.font = font;
    }

    /**
     * Makes a renderer.
     *
     * @throws DrawingException when this machine's Java cannot draw
     */
    public static ChartRenderer open() {
        System.setProperty("java.awt.headless", "true");
        try (InputStream file = ChartRenderer.class.getResourceAsStream(FONT)) {
            return new ChartRenderer(Font.createFont(Font.TRUETYPE_FONT, file));
        } catch (IOException | FontFormatException | RuntimeException | LinkageError e) {
            throw new DrawingException(e);
        }
    }

    /**
     * Draws charts one below the other.
     *
     * @return a PNG file
     * @throws DrawingException when this machine's Java cannot draw, which is so where its font library is missing
     */
    public byte[] draw(List<BarChart> charts) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(stacked(charts.stream().map(this::image).toList()), "png", png);
            return png.toByteArray();
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            throw new DrawingException(e);
        }
    }

    private BufferedImage image(BarChart chart) {
        return BitmapEncoder.getBufferedImage(chart.lying() ? lying(chart) : standing(chart));
    }

    private static BufferedImage stacked(List<BufferedImage> images) {
        int height = images.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage whole = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = whole.createGraphics();
        int y = 0;
        for (BufferedImage image : images) {
            canvas.drawImage(image, 0, y, null);
            y += image.getHeight();
        }
        canvas.dispose();
        return whole;
    }

    private CategoryChart standing(BarChart chart) {
        CategoryChart drawn = new CategoryChartBuilder()
                .width(WIDTH)
                .height(STANDING)
                .title(chart.title())
                .build();
        dress(drawn.getStyler());
        drawn.getStyler().setLabelsVisible(true).setLabelsFont(font.deriveFont(15f));
        chart.series().forEach(each -> drawn.addSeries(each.name(), chart.labels(), each.values()));
        return drawn;
    }

    private HorizontalBarChart lying(BarChart chart) {
        HorizontalBarChart drawn = new HorizontalBarChartBuilder()
                .width(WIDTH)
                .height(FRAME + GROUP * chart.labels().size())
                .title(chart.title())
                .build();
        dress(drawn.getStyler());
        drawn.getStyler().setLabelsVisible(true).setLabelsFont(font.deriveFont(15f));
        drawn.getStyler().setXAxisMaxLabelCount(Math.max(2, chart.labels().size()));
        chart.series().forEach(each -> drawn.addSeries(each.name(), each.values(), chart.labels()));
        return drawn;
    }

    private void dress(AxesChartStyler style) {
        style.setChartTitleFont(font.deriveFont(Font.BOLD, 22f));
        style.setLegendFont(font.deriveFont(16f));
        style.setAxisTickLabelsFont(font.deriveFont(15f));
        style.setAxisTitlesVisible(false);
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setLegendLayout(LegendLayout.Horizontal);
        style.setLegendBorderColor(Color.WHITE);
        style.setChartBackgroundColor(Color.WHITE);
        style.setChartTitleBoxVisible(false);
        style.setPlotGridVerticalLinesVisible(false);
        style.setPlotBorderVisible(false);
        style.setSeriesColors(COLOURS);
        style.setLocale(Locale.ROOT);
        style.setDecimalPattern("0");
        style.setChartPadding(16);
    }
}
