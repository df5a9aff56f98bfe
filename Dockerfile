# Runs newscrawl as a user without rights; archive, locks and feeds lie in the volume /data.
#   docker build -t newscrawl .
#   docker run --rm -v news:/data newscrawl crawl afederasi
FROM python:3.13-slim AS build
# Extras, separated by commas: "workers,notices".
ARG EXTRAS=
COPY . /source
RUN python -m venv /opt/newscrawl \
    && /opt/newscrawl/bin/pip install --no-cache-dir --constraint /source/constraints.txt "/source[$EXTRAS]"

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data newscrawl && install --directory --owner newscrawl /data
COPY --from=build /opt/newscrawl /opt/newscrawl
ENV PATH=/opt/newscrawl/bin:$PATH NEWSCRAWL_DATA=/data PYTHONUNBUFFERED=1
USER newscrawl
WORKDIR /data
VOLUME /data
ENTRYPOINT ["newscrawl"]
CMD ["--help"]
