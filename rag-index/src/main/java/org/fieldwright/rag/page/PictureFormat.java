package org.fieldwright.rag.page;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Chooses how a drawn page is best sent: drawings and text sharp as PNG, photos small as JPEG. */
final class PictureFormat {
    private static final int PHOTO_COLOURS = 3000;
    private static final float QUALITY = 0.84f;

    private PictureFormat() {}

    /** The bytes of a picture and what they are. */
    @SuppressWarnings("ArrayRecordComponent") // written out at once
    record Picture(String mediaType, byte[] content) {}

    static Picture encode(BufferedImage page) throws IOException {
        BufferedImage rgb = asRgb(page);
        int[] pixels = ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
        if (isGrey(pixels)) {
            return png(asGrey(rgb));
        }
        return hasManyColours(pixels) ? jpeg(rgb) : png(rgb);
    }

    private static boolean isGrey(int[] pixels) {
        for (int pixel : pixels) {
            int red = pixel >> 16 & 0xFF;
            int green = pixel >> 8 & 0xFF;
            int blue = pixel & 0xFF;
            if (Math.abs(red - green) > 6 || Math.abs(green - blue) > 6) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasManyColours(int[] pixels) {
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < pixels.length && colours.size() <= PHOTO_COLOURS; i += 3) {
            colours.add(pixels[i]);
        }
        return colours.size() > PHOTO_COLOURS;
    }

    private static BufferedImage asRgb(BufferedImage page) {
        return page.getType() == BufferedImage.TYPE_INT_RGB ? page : converted(page, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage asGrey(BufferedImage page) {
        return converted(page, BufferedImage.TYPE_BYTE_GRAY);
    }

    private static BufferedImage converted(BufferedImage page, int type) {
        BufferedImage other = new BufferedImage(page.getWidth(), page.getHeight(), type);
        Graphics2D graphics = other.createGraphics();
        try {
            graphics.drawImage(page, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return other;
    }

    private static Picture png(BufferedImage page) throws IOException {
        return new Picture("image/png", written("png", page, null));
    }

    private static Picture jpeg(BufferedImage page) throws IOException {
        return new Picture("image/jpeg", written("jpeg", page, QUALITY));
    }

    private static byte[] written(String format, BufferedImage page, Float quality) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 18);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(content)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (quality != null) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(page, null, null), how);
        } finally {
            writer.dispose();
        }
        return content.toByteArray();
    }
}
