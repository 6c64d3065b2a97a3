# docker build -t tumen .
# docker run --rm -v tumen:/data tumen ingest seeds
# docker run -d -p 127.0.0.1:8000:8000 -v tumen:/data tumen

FROM python:3.11-slim AS build
# Without pip inside: it installs from outside, and the image that runs has no use for it.
RUN python -m venv --without-pip /opt/tumen
WORKDIR /srv/tumen
COPY requirements.lock ./
RUN pip --python /opt/tumen/bin/python --no-cache-dir install --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY app app
RUN pip --python /opt/tumen/bin/python --no-cache-dir install --no-deps --no-build-isolation --editable . \
    && pip --python /opt/tumen/bin/python uninstall --yes setuptools \
    && python -m compileall -q app

FROM python:3.11-slim
# The uid is fixed, so that a folder of the host that is mounted at /data can be given to it.
RUN groupadd --gid 10001 tumen \
    && useradd --uid 10001 --gid tumen --no-create-home --home-dir /data --shell /usr/sbin/nologin tumen \
    && install --directory --owner tumen --group tumen /data
COPY --from=build /opt/tumen /opt/tumen
WORKDIR /srv/tumen
COPY --from=build /srv/tumen ./
COPY migrations migrations
COPY templates templates
COPY translations translations
COPY static static
COPY seeds seeds
ENV PATH=/opt/tumen/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TUMEN_DATABASE_URL=sqlite:////data/tumen.db \
    TUMEN_HOST=0.0.0.0 \
    TUMEN_PORT=8000
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["python", "-c", "\
import http.client, os, sys; \
site = http.client.HTTPConnection('127.0.0.1', int(os.environ['TUMEN_PORT']), timeout=4); \
site.request('GET', '/healthz'); \
sys.exit(site.getresponse().status != 200)"]
ENTRYPOINT ["tumen"]
CMD ["serve"]
